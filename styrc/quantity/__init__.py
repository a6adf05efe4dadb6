"""Numbers, dates, periods and targets, as they are written in plans; text in, exact values out."""

from styrc.quantity.date import read_date, read_year
from styrc.quantity.misread import Misread
from styrc.quantity.number import read_money, read_number, write_number
from styrc.quantity.period import Period, read_period, write_period
from styrc.quantity.target import Aim, Target, read_target, write_target

__all__ = [
    "Aim",
    "Misread",
    "Period",
    "Target",
    "read_date",
    "read_money",
    "read_number",
    "read_period",
    "read_target",
    "read_year",
    "write_number",
    "write_period",
    "write_target",
]
