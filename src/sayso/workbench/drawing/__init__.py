"""Records in, the coordinates of a picture of them out: pictures are drawn here and written by templates as SVG."""
