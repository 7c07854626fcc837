"""Things to press, drag and look at inside a notebook; each leaves plain data and a picture behind."""
