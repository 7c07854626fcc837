"""`python -m ailab.office.centre.marking --centre DIR`: ledger and learners are told what trainers marked."""

import argparse
from pathlib import Path

from ailab.office.centre.folder import open_centre
from ailab.office.centre.marking.telling import tell_until_done

if __name__ == "__main__":
    parser = argparse.ArgumentParser()
    parser.add_argument("--centre", type=Path, required=True)
    tell_until_done(open_centre(parser.parse_args().centre))
