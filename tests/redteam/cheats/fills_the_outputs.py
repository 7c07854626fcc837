# tries: outputs of every broken shape, with halves of letters
# points: 0
# stock: run
from IPython.display import display

display({"text/plain": "\ud800", "\udfff": "x", "text/html": "<script>1</script>"}, raw=True, metadata={"a": "\ud800"})
display({"application/json": {"\ud800": ["\ud800"]}}, raw=True)
raise ValueError("\ud800\x1b[2J")
