"""The theory of municipal steering, in three small enums: what kinds of thing there are, and their parts."""

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
    HORIZON = "horizon"  # how far ahead it looks


class Tie(StrEnum):
    """What a link is to the red thread. Every tie but `relates` carries the thread upwards."""

    SERVES = "serves"  # the element helps to reach the other
    MEASURES = "measures"  # an indicator of a goal
    GUARDS = "guards"  # risk -> core mission, control -> risk, action -> control
    RELATES = "relates"  # a mere relation, outside the thread


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
