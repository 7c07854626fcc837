# tries: scripts in outputs and values, for whoever opens the page
# points: 0
# stock: run
from IPython.display import HTML, Javascript, display

display(HTML("<script>window.owned = 1</script><img src=x onerror='owned()'>"))
display(Javascript("window.owned = 1"))

def double(number):
    return "<script>window.owned = 1</script>"

globals()["<script>doubl</script>"] = 1
