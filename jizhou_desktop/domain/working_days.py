"""Working days (工作日): weekends are off but for those worked, and the days off by public arrangement besides."""

from dataclasses import dataclass
from datetime import date, timedelta


@dataclass(frozen=True)
class Calendar:
    """Days as the plan's data gives them, ISO: `off` are holidays on weekdays, `worked` weekends made up (调休上班)."""

    off: tuple[str, ...] = ()
    worked: tuple[str, ...] = ()

    def works(self, day: date) -> bool:
        """Whether it is a working day."""
        said = day.isoformat()
        return said in self.worked or (day.weekday() < 5 and said not in self.off)

    def after(self, day: date, count: int) -> date:
        """The working day that lies `count` working days after `day`, the day itself not counted: a time limit."""
        for _ in range(count):
            day = self._next(day)
        return day

    def last_of(self, begin: date, count: int) -> date:
        """The last of `count` working days, the first counted if it is one: the end of a 公示 that began then."""
        first = begin if self.works(begin) else self._next(begin)
        return self.after(first, count - 1) if count else begin

    def between(self, begin: date, end: date) -> int:
        """How many working days lie after `begin` up to `end`; negative where the end lies before."""
        if end < begin:
            return -self.between(end, begin)
        days = (begin + timedelta(days=ahead) for ahead in range(1, (end - begin).days + 1))
        return sum(self.works(day) for day in days)

    def _next(self, day: date) -> date:
        day += timedelta(days=1)
        while not self.works(day):
            day += timedelta(days=1)
        return day
