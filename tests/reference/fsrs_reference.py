"""Makes the reference numbers that crates/review is tested against.

    python3 -m venv target/py-fsrs
    target/py-fsrs/bin/pip install fsrs==6.3.2
    target/py-fsrs/bin/python tests/reference/fsrs_reference.py > crates/review/tests/data/py_fsrs.json

py-fsrs is the model's reference implementation. It is used here without learning steps and without fuzz, because
Answerable counts in days: a performance either happens on the same day as the one before, or whole days later.
The output is the same every time for the same arguments and version.
"""

import argparse
import json
import random
import sys
from datetime import datetime, timedelta, timezone
from importlib.metadata import version

from fsrs import Card, Rating, Scheduler
from fsrs.scheduler import DEFAULT_PARAMETERS, LOWER_BOUNDS_PARAMETERS, UPPER_BOUNDS_PARAMETERS

RETENTIONS = (0.70, 0.80, 0.85, 0.90, 0.95, 0.97)
START = datetime(2026, 1, 1, 12, tzinfo=timezone.utc)


def some_weights(rng: random.Random) -> list[float]:
    """Weights a user's own optimiser might arrive at: each within a third of the default, and within its bounds."""
    weights = []
    for default, low, high in zip(DEFAULT_PARAMETERS, LOWER_BOUNDS_PARAMETERS, UPPER_BOUNDS_PARAMETERS):
        weights.append(round(min(max(default * rng.uniform(0.67, 1.33), low), high), 4))
    weights[:4] = sorted(weights[:4])
    return weights


def some_gap(rng: random.Random) -> int:
    """Days since the performance before: often none, mostly a few, now and then years."""
    kind = rng.random()
    if kind < 0.2:
        return 0
    if kind < 0.7:
        return rng.randint(1, 14)
    if kind < 0.95:
        return rng.randint(15, 180)
    return rng.randint(181, 2000)


def sequence(rng: random.Random, index: int, weights: list[float], retention: float) -> dict:
    scheduler = Scheduler(
        parameters=weights,
        desired_retention=retention,
        learning_steps=(),
        relearning_steps=(),
        enable_fuzzing=False,
    )
    card, day, steps = Card(card_id=1), 0, []
    for number in range(rng.randint(1, 12)):
        gap = some_gap(rng) if number else 0
        grade = rng.choices((1, 2, 3, 4), (2, 2, 5, 1))[0]
        day += gap
        at = START + timedelta(days=day)
        recall = scheduler.get_card_retrievability(card, at) if number else None
        card, _ = scheduler.review_card(card, Rating(grade), at)
        steps.append(
            [
                gap,
                grade,
                float(f"{card.stability:.8g}"),
                float(f"{card.difficulty:.8g}"),
                (card.due - at).days,
                None if recall is None else float(f"{recall:.7g}"),
            ]
        )
    return {"weights": index, "retention": retention, "steps": steps}


def main() -> None:
    arguments = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    arguments.add_argument("--seed", type=int, default=20260310)
    arguments.add_argument("--sequences", type=int, default=2000)
    options = arguments.parse_args()

    rng = random.Random(options.seed)
    weights = [list(DEFAULT_PARAMETERS)] + [some_weights(rng) for _ in range(7)]
    # Half of the sequences use the default weights.
    chosen = [rng.choice((0, rng.randrange(1, len(weights)))) for _ in range(options.sequences)]

    # One sequence a line, so that a change shows as the lines it touches.
    out = sys.stdout
    header = {
        "made_by": f"tests/reference/fsrs_reference.py --seed {options.seed} --sequences {options.sequences}",
        "py_fsrs": version("fsrs"),
        "step": ["elapsed_days", "grade", "stability", "difficulty", "interval_days", "recall_before"],
        "weights": weights,
    }
    out.write(json.dumps(header, separators=(",", ":"))[:-1] + ',"sequences":[\n')
    lines = (
        json.dumps(sequence(rng, index, weights[index], rng.choice(RETENTIONS)), separators=(",", ":"))
        for index in chosen
    )
    out.write(",\n".join(lines) + "\n]}\n")


if __name__ == "__main__":
    main()
