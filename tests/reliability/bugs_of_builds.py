"""The bugs in what a build does with files, and how it writes them."""

from __future__ import annotations

from tests.reliability.bug import Bug

PLANS = ("tests/output/test_plan.py",)
BUILDS = ("tests/output", "tests/cli/commands/test_build.py")
LOCKS = ("tests/output/test_build.py", "tests/output/test_lock.py")
WATCHING = ("tests/cli/test_watch.py", "tests/cli/test_watch_odd.py")

BUILD_BUGS = (
    # What a build may do with a file.
    Bug(
        "a file is removed though a person has changed it",
        "rtpsnippets/output/plan.py",
        "if before is None or digest(before) not in known:",
        "if before is None:",
        PLANS,
    ),
    Bug(
        "a file is overwritten though a person has changed it",
        "rtpsnippets/output/plan.py",
        "if overwrite or (known and digest(before) in known):",
        "if overwrite or known:",
        PLANS,
    ),
    Bug(
        "a foreign file that is as it should be becomes ours",
        "rtpsnippets/output/plan.py",
        "(step.action is not Action.KEEP or overwrite or digest(step.after) in ours)",
        "True",
        PLANS,
    ),
    Bug(
        "files are removed from a home folder or a repository",
        "rtpsnippets/output/plan.py",
        "elif folder.keeps:",
        "elif False:",
        BUILDS,
    ),
    Bug(
        "a link is followed",
        "rtpsnippets/output/folder.py",
        "mode_of(file, follow_symlinks=False)",
        "mode_of(file)",
        BUILDS,
    ),
    Bug(
        "a manifest may name a file outside the folder",
        "rtpsnippets/output/manifest.py",
        '_NAME = re.compile(r"[a-z0-9]',
        '_NAME = re.compile(r"[a-z0-9./]',
        PLANS,
    ),
    # How it writes.
    Bug(
        "a file is put in its place before it is safe on the disk",
        "rtpsnippets/output/write.py",
        "os.fsync(file.fileno())",
        "pass",
        BUILDS,
    ),
    Bug(
        "a file is written in its place",
        "rtpsnippets/output/write.py",
        "temporary.replace(path)\n    except OSError",
        "path.write_bytes(step.after)\n                temporary.unlink()\n    except OSError",
        BUILDS,
    ),
    Bug(
        "the manifest is not written first",
        "rtpsnippets/output/write.py",
        "    _carry_out([plan.manifest_before], plan.path)\n",
        "",
        BUILDS,
    ),
    Bug(
        "what is written last may reach the disk first",
        "rtpsnippets/output/write.py",
        "        _keep_order(folder)",
        "        pass",
        BUILDS,
    ),
    Bug(
        "a half-written file stays when the disk is full",
        "rtpsnippets/output/write.py",
        "        with suppress(OSError):\n            path.unlink()",
        "        pass",
        BUILDS,
    ),
    Bug(
        "what another program has changed meanwhile is overwritten",
        "rtpsnippets/output/write.py",
        "if dict(contents(path.parent, [step.name])) != planned:",
        "if False:",
        BUILDS,
    ),
    Bug(
        "a changed file loses its mode",
        "rtpsnippets/output/write.py",
        "temporary.chmod(S_IMODE(path.stat().st_mode))",
        "pass",
        BUILDS,
    ),
    Bug(
        "what a killed run has left stays for ever",
        "rtpsnippets/output/write.py",
        "            _remove_temporaries(folder)\n",
        "            pass\n",
        BUILDS,
    ),
    Bug(
        "two builds write at the same time",
        "rtpsnippets/output/lock.py",
        "flock(descriptor, LOCK_EX | LOCK_NB)",
        "pass",
        LOCKS,
    ),
    Bug(
        "a signal comes between a file and its place",
        "rtpsnippets/signals.py",
        "signal.pthread_sigmask(signal.SIG_BLOCK, STOPPING)",
        "pass",
        BUILDS,
    ),
    Bug(
        "while it watches, any signal is taken for Ctrl-C",
        "rtpsnippets/cli/watch.py",
        "        with held_back():",
        "        if True:",
        WATCHING,
    ),
    Bug(
        "a file is built that is still being written",
        "rtpsnippets/cli/watch.py",
        "            while _has_changed(moments):\n                pass\n        except",
        "            _has_changed(moments)\n        except",
        WATCHING,
    ),
)
