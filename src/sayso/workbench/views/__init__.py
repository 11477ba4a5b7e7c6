"""What a page is asked for in, the frozen record of all that it shows out: one module for each page."""
