"""Code typed on a keyboard that is not made for it: what was meant, and how it is put right."""
