"""The theory of municipal steering, in a few small enums: what kinds of thing there are, and their parts."""

from __future__ import annotations

from enum import StrEnum


class Role(StrEnum):
    """What an element is to the red thread, whatever the municipality calls it."""

    VISION = "vision"  # the long-term picture at the top of the thread
    MISSION = "mission"  # the core mission, what the municipality is there to do
    AREA = "area"  # a development area or direction above the goals
    GOAL = "goal"  # something to be reached
    QUALITY = "quality"  # a mark of good quality in the core mission
    INDICATOR = "indicator"  # a measure of a goal or a quality
    KEY_FIGURE = "key figure"  # a figure followed without a target
    ASSIGNMENT = "assignment"  # something that a body gives others to do
    ACTIVITY = "activity"  # something that is done, by whom and until when
    RISK = "risk"  # what may go wrong in the core mission
    CONTROL = "control"  # a check that a risk is held down
    ACTION = "action"  # what is done about a deviation


THREAD_ENDS = (Role.VISION, Role.MISSION)
"""Where a red thread may begin: nothing stands above these."""


class Part(StrEnum):
    """What a field is to an element, whatever the municipality calls it."""

    TITLE = "title"  # the heading of the element
    TEXT = "text"  # its description
    UNIT = "unit"  # the unit that the element belongs to, where it is not the document's
    OWNER = "owner"  # who answers for it
    TAKER = "taker"  # who gets an assignment
    GIVER = "giver"  # who gives it
    CONCERNS = "concerns"  # units that are to take the element up
    STATUS = "status"  # how it goes, on a scale
    DEFINITION = "definition"  # what exactly is measured
    MOTIVE = "motive"  # why it is wanted
    STRATEGY = "strategy"  # how it is to be reached
    UNIT_OF_MEASURE = "unit of measure"  # what the figures count
    DIRECTION = "direction"  # whether higher or lower is better
    BASELINE = "baseline"  # the value that it starts from
    TARGET = "target"  # the value to be reached
    OUTCOME = "outcome"  # the measured values
    METHOD = "method"  # how it is measured or checked
    DATA_SOURCE = "data source"  # where the figures are fetched
    FREQUENCY = "frequency"  # how often it is measured or checked
    NATIONAL_ID = "national id"  # the number of a national key figure
    BY_SEX = "by sex"  # whether values are shown for women and men
    START = "start"  # the first day
    END = "end"  # the last day
    MONEY = "money"  # what it costs
    FUNDING = "funding"  # where the money comes from
    LIKELIHOOD = "likelihood"  # how likely a risk is
    CONSEQUENCE = "consequence"  # how grave it is
    RESULT = "result"  # what came out of it
    FORECAST = "forecast"  # the status that is expected at the end of the year
    ANALYSIS = "analysis"  # why it went as it did
    REMEDY = "remedy"  # what is done about a deviation
    REMEDY_DONE = "remedy done"  # what became of the remedy in the last report
    OTHERWISE = "otherwise"  # why the status is judged otherwise than its rule
    PROGRESS = "progress"  # how much of it is done, in percent
    DECIDED = "decided"  # the day that it was decided
    PROPOSED = "proposed"  # the day that the board proposed the budget
    HANDED_OVER = "handed over"  # the day that a report was given to the council and the auditors
    TAX_RATE = "tax rate"  # what the municipality takes in tax
    SPECIAL_REASONS = "special reasons"  # why a budget is late
    EXCEPTION = "exception"  # why costs may be higher than income
    HORIZON = "horizon"  # how far ahead it looks


class Tie(StrEnum):
    """What a link is to the red thread. Every tie but `relates` carries the thread upwards."""

    SERVES = "serves"  # the element helps to reach the other
    MEASURES = "measures"  # an indicator of a goal
    GUARDS = "guards"  # risk -> core mission, control -> risk, action -> control
    RELATES = "relates"  # a mere relation, outside the thread


class DocumentRole(StrEnum):
    """What a document is to the law and to the year of steering, whatever the municipality calls it."""

    VISION = "vision"  # the long-term picture, decided by the council
    STRATEGIC_PLAN = "strategic plan"  # the council's plan for its term
    BUDGET = "budget"  # the council's budget for the year, with the plan years after it
    OPERATIONAL_PLAN = "operational plan"  # the plan of a board, a company or a unit
    INTERNAL_CONTROL_PLAN = "internal control plan"  # what is checked, by whom and how often
    INTERIM_REPORT = "interim report"  # the report on the first part of the year
    ANNUAL_REPORT = "annual report"  # the report on the year
    FOLLOW_UP_REPORT = "follow-up report"  # another report to a body, as often as the model says
    DEVIATION_REPORT = "deviation report"  # what could not wait for the next report
    INTERNAL_CONTROL_REPORT = "internal control report"  # what the controls showed, and what was done
    OVERSIGHT_REPORT = "oversight report"  # what the executive board's oversight of the others has shown
    DIALOGUE = "dialogue"  # agenda or record of the talk between two levels


class Matter(StrEnum):
    """What a law wants a budget to tell, beside what its tables and fields show by themselves."""

    TAX_RATE = "tax rate"  # what the municipality takes in tax
    APPROPRIATIONS = "appropriations"  # what the boards may use
    FINANCING = "financing"  # how the operations are paid for
    POSITION = "position"  # how the economy stands at the end of the year
    FINANCIAL_GOALS = "financial goals"  # what the economy is to reach
    OPERATIONS = "operations"  # a plan for the operations, with goals and guidelines
    GROUP = "group"  # the economy of the companies


class TableRole(StrEnum):
    """What a table of figures is to the economy, whatever the municipality calls it."""

    OPERATING = "operating"  # what each unit may cost
    INVESTMENT = "investment"  # what is invested in
    INCOME = "income"  # income and costs down to the result of the year
    BALANCE = "balance"  # assets, equity and debts at the end of the year
    CASH_FLOW = "cash flow"  # money in and out during the year
    FINANCIAL_GOALS = "financial goals"  # the levels that the economy is to reach
    GROUP = "group"  # the economy of the companies
    BALANCE_REQUIREMENT = "balance requirement"  # the result of the year less what the law does not count
    RESTORING = "restoring"  # deficits of earlier years, and when they are made up for
    RESERVE = "reserve"  # the result reserve: what is put in, what is used, what is left


class Account(StrEnum):
    """What a row or a column is to the arithmetic, whatever the municipality calls it.

    Provisions, debts and cash are in a balance what there is at the end of the year, in a cash flow how it changes.
    """

    REVENUE = "revenue"  # income of the operations
    COST = "cost"  # a cost
    DEPRECIATION = "depreciation"  # what the assets lose in value
    OPERATING = "operating"  # what the units cost together: the sum of the operating table
    TAX = "tax"  # tax revenue
    GRANTS = "grants"  # general government grants and equalisation
    RESULT = "result"  # the result of the year
    INVESTMENT = "investment"  # what is invested: the sum of the investment table
    ASSETS = "assets"  # all assets together
    EQUITY = "equity"  # the municipality's own capital
    PROVISIONS = "provisions"  # set aside for coming costs
    DEBTS = "debts"  # all debts together
    FINANCING = "equity and debts"  # equity, provisions and debts together
    CASH = "cash"  # money in hand and in the bank
    FULL_EQUITY = "equity with pensions"  # equity less all that is owed in pensions
    RESULT_SHARE = "result share"  # the result in percent of tax and grants
    EQUITY_SHARE = "equity share"  # equity in percent of all assets
    SELF_FINANCING = "self-financing"  # result and depreciation in percent of what is invested
    DEFICIT = "deficit"  # the deficit of an earlier year
    RELEASED = "released"  # what the council has decided not to make up for
    RESERVED = "reserved"  # put into the result reserve during the year
    RESERVE = "reserve"  # what the result reserve holds at the end of the year
    USED = "used"  # taken out of the result reserve during the year


class Type(StrEnum):
    """What a value may be. Every scalar is text in the file; the type says how the text is read."""

    LINE = "line"  # text on one line
    PROSE = "prose"  # Markdown, several paragraphs
    NUMBER = "number"
    WHOLE = "whole"
    MONEY = "money"
    TARGET = "target"
    DATE = "date"
    YEAR = "year"
    PERIOD = "period"
    CHOICE = "choice"
    UNIT = "unit"
    YES_NO = "yes or no"
    KOLADA = "kolada"
