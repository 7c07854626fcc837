# tries: an exception whose name and text are traps
# points: 0
# stock: run
class Trap(BaseException):
    def __str__(self):
        raise self

    __repr__ = __str__

Trap.__name__ = "<script>alert(1)</script>"

def double(number):
    raise Trap
