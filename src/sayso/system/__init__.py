"""Claims in, the system of states that they describe out: exchanges, dependence, stakes, and what would change them."""
