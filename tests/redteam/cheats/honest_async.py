# tries: nothing: awaits, generates and catches
# points: 4
# stock: run
import asyncio

async def twice(number):
    await asyncio.sleep(0)
    return number * 2

await twice(3)

def double(number):
    try:
        return next(value for value in (number * factor for factor in (2, 3)))
    finally:
        del number
