"""Testimonies in, the signed graph of who and what helps or harms whom out, with its paths and loops.

After Axelrod (ed., 1976), *Structure of Decision: The Cognitive Maps of Political Elites*, chapter 3: the sign of a
path is the product of its signs, and the effect of one node on another is the sign that all paths have in common.
"""
