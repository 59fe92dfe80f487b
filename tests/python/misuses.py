"""What a careless program does to the objects of the package, one kind of it a function.

usage: misuses.py NAME [SEED]

Applies it to every class that there is, found by looking: a new one is treated like the others. What
is about to be done is said first, so that a process that ends by a signal says of what.
"""
import copy
import dataclasses
import enum
import gc
import os
import pickle
import random
import sys
import threading
import time
import weakref

import leps
from leps._handle import Handle
from odd_world import ODD, classes, samples, step, try_all, use

BASES = {"Handle", "Closable", "Checked", "LepsError", "_Found"}  # nobody has one of these itself


def each():
    """A sample of every class, all from one world."""
    world = samples()
    for cls in classes():
        if cls not in world:
            assert cls.__name__ in BASES, f"odd_world.py makes no {cls.__name__}"
            continue
        yield cls, world.pop(cls)  # whoever asks has the only one


def handles():
    """The same of those that hold a handle, each from a world where nothing is closed yet."""
    for cls in classes():
        if issubclass(cls, Handle) and cls.__name__ not in BASES:
            yield cls, samples()[cls]


def outlive(make):
    """Uses what is made of each object when the object itself is gone, and the other way round."""
    for cls, sample in each():
        step(f"{make.__name__} of {cls.__name__}")
        try:
            made = make(sample)
        except (TypeError, ValueError, RecursionError) as error:
            assert len(str(error)) > 10, error
            continue
        use(sample)
        del sample
        gc.collect()
        use(made)
        del made
        gc.collect()


def copies():
    outlive(copy.copy)
    outlive(copy.deepcopy)
    for cls, sample in each():
        step(f"copy of {cls.__name__}, then the copy goes first")
        try:
            made = copy.deepcopy(sample)
        except TypeError:
            continue
        getattr(made, "close", lambda: None)()
        del made
        gc.collect()
        use(sample)


def pickles():
    for protocol in range(pickle.HIGHEST_PROTOCOL + 1):

        def pickled(sample):
            return pickle.loads(pickle.dumps(sample, protocol))

        outlive(pickled)


def never_made():
    for cls in classes():
        if issubclass(cls, enum.Enum):  # its members are made, and forged, by Python alone
            continue
        for make in (object.__new__, cls.__new__, without_init):
            step(f"{make} of {cls.__name__}")
            try:
                made = make(cls)
            except TypeError:  # of what Python makes in C
                continue
            use(made)


def without_init(cls):
    return type(cls.__name__, (cls,), {"__init__": lambda self, *_: None})()


def made_twice():
    for cls, sample in each():
        step(f"__init__ of {cls.__name__} again")
        try_all(lambda: sample.__init__())
        try_all(*(lambda odd=odd: sample.__init__(odd) for odd in ODD))
        try_all(*(lambda odd=odd: sample.__init__(odd, odd) for odd in ODD))
        use(sample)


def edited():
    """vars() of an object: emptied, overwritten, moved to another object or to another class."""
    others = [sample for _, sample in handles()]
    for cls, sample in each():
        if issubclass(cls, enum.Enum):
            continue
        for name in list(getattr(sample, "__dict__", ())):
            for odd in (None, 7, "x", object(), *others):
                step(f"{cls.__name__}.{name} =", odd)
                changed = leps.Builder() if cls is leps.Builder else copy.copy(sample)
                vars(changed)[name] = odd
                use(changed, private=True)
        for other in others:
            step(f"a {cls.__name__} with all of", other)
            if cls.__new__ is object.__new__:
                forged = cls.__new__(cls)
                vars(forged).update(vars(other))
                use(forged, private=True)


def taken_for_another():
    """A method of each class, called with objects of all others."""
    world = samples()
    for cls in classes():
        for sample in world.values():
            step(f"methods of {cls.__name__} on {type(sample).__name__}")
            use(sample, of=cls, private=True)


def after_close():
    for cls, sample in handles():
        if not hasattr(sample, "close"):
            continue
        step(f"{cls.__name__} after close")
        rows = iter(sample) if hasattr(sample, "__iter__") else iter(())
        for _ in rows:
            sample.close()
        sample.close()
        use(sample)


def closed_meanwhile():
    """Threads read, copy and close the same object."""
    ends = time.monotonic() + 1
    while time.monotonic() < ends:
        world = samples()
        step("closed meanwhile")
        threads = [
            threading.Thread(target=use, args=(world[cls],))
            for cls in (leps.Rulebook, leps.Data, leps.Results, leps.Builder)
            for _ in range(2)
        ]
        for thread in threads:
            thread.start()
        for cls in (leps.Results, leps.Data, leps.Rulebook):
            world[cls].close()
        del world
        for thread in threads:
            thread.join()


def circles():
    """Garbage that is used by the __del__ of other garbage, and by a weak reference's callback."""
    used = []

    class Last:
        def __init__(self, *held):
            self.held, self.circle = held, self

        def __del__(self):
            for sample in self.held:
                use(sample)
            used.append(self.held)  # and is alive again

    for cls, sample in handles():
        step(f"{cls.__name__} in a circle")
        Last(sample)
        seen = weakref.ref(sample, lambda _: use(leps.Builder()))
        del sample
        gc.collect()
        for again in used[-1]:
            use(again)
        assert seen() is None or seen() in used[-1]
    assert len(used) >= 4


def plain():
    """dataclasses' own functions; what they make is given back."""
    results = samples()[leps.Results]
    for cls, sample in each():
        if not dataclasses.is_dataclass(cls):
            continue
        step(f"asdict of {cls.__name__}")
        dataclasses.asdict(sample)
        dataclasses.astuple(sample)
        for i, field in enumerate(dataclasses.fields(cls)):
            for odd in ODD[i % 5 :: 5]:
                step(f"{cls.__name__}.{field.name} replaced by", odd)
                for changed in try_all(lambda: dataclasses.replace(sample, **{field.name: odd})):
                    use(changed)
                    try_all(lambda: results.explain(changed))
                    try_all(lambda: results.break_even(changed, "organico"))


def odd_arguments():
    others = list(samples().values())
    for _, sample in each():
        use(sample, arguments=True, others=others)
    for function in (leps.compile, leps.shipped, leps.Limits, leps.AmbitoYear):
        for odd in ODD:
            step(function.__name__, odd)
            try_all(lambda: function(odd), lambda: function(odd, odd, odd))
            for name in ("include", "timeout", "cancelled", "progress", "limits", "memory"):
                try_all(lambda: function("rules/nessuna", **{name: odd}))


def random_calls(seed=None):
    """For a second, anything with anything."""
    seed = int(seed) if seed else random.SystemRandom().randrange(10**9)
    print("seed", seed, flush=True)
    chance = random.Random(seed)
    ends = time.monotonic() + 1
    while time.monotonic() < ends:
        objects = [one for _, one in each()]
        for _ in range(200):
            if time.monotonic() > ends:
                break
            made = use(chance.choice(objects), chance=chance, others=objects)
            objects += [one for one in made if type(one).__module__.startswith("leps")][:3]


if __name__ == "__main__":
    globals()[sys.argv[1]](*sys.argv[2:])
    step("the end")
    sys.stdout.flush()
    os.close(1)
