"""What runs on the bare machine, where nothing is installed yet: the standard library alone, no ailab, no pip.

    front ─▶ install ─▶ checks ─▶ steps
                 └────── words

Copied into the kit as it is; `front` becomes the kit's install.py and is read by older Pythons too.
"""
