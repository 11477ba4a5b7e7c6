"""What is known of the system of states in, pages for people, Markdown and JSON out."""
