"""The two clocks of a report: when a thing is said to have happened, and when that was published."""

from datetime import date
from enum import StrEnum

from ..rdf.census import Report
from ..rdf.derived import days_of


class Clock(StrEnum):
    """By which day time is told."""

    EVENT = "event"
    PUBLISHED = "published"

    def days(self, report: Report) -> tuple[date | None, date | None]:
        """The first and the last day of a report; an event that nobody dates happened on the day of its report, at the latest."""
        if self is Clock.PUBLISHED:
            return report.published, report.published
        return days_of(report) or (None, None)

    def day(self, report: Report) -> date | None:
        """The first day of a report; None where nothing tells it."""
        return self.days(report)[0]


def iso(day: date | None) -> str | None:
    """A day as answers write it."""
    return day.isoformat() if day else None
