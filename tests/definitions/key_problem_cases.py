"""Keys that are wrong, misplaced or missing in definitions: like `problem_cases.CASES`, of which they are a part."""

from __future__ import annotations

FIRST_EVENT = '\n    add an event under "events": its id, and below that the key "value"'
KNOWN_KEYS = (
    "known keys: value, button, link, description, was, owner, deprecated, "
    "carrier, guard, refresh, selector, on, ignore"
)
GOOD_ADDRESSES = (
    "use an http:, https:, mailto:, tel: or relative address; begin a relative one that contains a colon with ./"
)
NOT_A_LABEL = 'it belongs to a button or link: move it under "button" or "link"'
NOT_AT_THE_TOP = 'it belongs to an event: move it under "events" and the id of the event'
NO_ID = (
    "must be a table, not a string\n"
    '    write the id between "events" and "value"; if it is already there, indent the keys below it'
)
KEY_CASES: dict[str, tuple[str, str | bytes, str]] = {
    "an unknown key at the top": ("a.yaml", "evnts: {}", 'a.yaml:1: unknown key "evnts"\n    did you mean "events"?'),
    "an event at the top": (
        "a.toml",
        '[sign-up]\nvalue = "x"',
        'a.toml:1: unknown key "sign-up"\n    if it is an event, move it under "events": events.sign-up',
    ),
    "a value at the top": (
        "a.toml",
        'value = "x"',
        f'a.toml:1: unknown key "value"\n    {NOT_AT_THE_TOP}',
    ),
    "what all events share at the top": (
        "a.toml",
        "guard = true",
        'a.toml:1: unknown key "guard"\n    to set it for all events, move it under "defaults"',
    ),
    "an unknown key at the top that is like no other": (
        "a.toml",
        "version = 1",
        'a.toml:1: unknown key "version"\n    known keys: events, defaults, build, audit, $schema',
    ),
    "a key of the table build at the top": (
        "a.toml",
        'output = "site"',
        'a.toml:1: unknown key "output"\n    it belongs to the build: move it under "build"',
    ),
    "build is a text": ("a.yaml", "build: site", "a.yaml:1: build: must be a table, not a string\n    write a table"),
    "build alone": ("a.toml", '[build]\noutput = "x"', f"a.toml: defines no events{FIRST_EVENT}"),
    "the folder of a build by another name": (
        "a.toml",
        '[build]\nfolder = "site"',
        'a.toml:2: build: unknown key "folder"\n    did you mean "output"?',
    ),
    "one format of a build": (
        "a.toml",
        '[build]\nformat = "js"',
        'a.toml:2: build: unknown key "format"\n    did you mean "formats"?',
    ),
    "code of the project in the definitions": (
        "a.toml",
        '[build]\nnonce_attribute = "x"',
        ('a.toml:2: build: unknown key "nonce_attribute"\n    set it on the command line: --nonce-attribute'),
    ),
    "a folder of a build that is elsewhere": (
        "a.toml",
        '[build]\noutput = "../site"',
        (
            "a.toml:2: build.output: must be a relative path with / between names, without . and ..\n"
            '    use a path below the folder of this file, such as "site/rtp"; '
            "for any other folder, use the option -o"
        ),
    ),
    "a format of a build that nobody knows": (
        "a.json",
        '{"build": {"formats": ["js",\n"buton"]}}',
        'a.json:2: build.formats[1]: unknown format "buton"\n    did you mean "button"?',
    ),
    "no format of a build": (
        "a.toml",
        "[build]\nformats = []",
        ("a.toml:2: build.formats: is an empty list\n    add a format, or remove the key"),
    ),
    "formats of a build in a text": (
        "a.toml",
        '[build]\nformats = "js"',
        (
            "a.toml:2: build.formats: must be a list of format names, not a string\n"
            '    write a list of names in quotes: ["button", "link"]'
        ),
    ),
    "a selector to track that is not closed": (
        "a.toml",
        "[audit]\ntracked = ['form', 'a[href']\n[events.a]\nvalue = 'x'",
        (
            "a.toml:2: audit.tracked[1]: is not a valid selector: ] is missing\n"
            "    use a CSS selector, such as .nav .download"
        ),
    ),
    "an empty selector to track": (
        "a.yaml",
        'audit: {untracked_ignore: [""]}',
        "a.yaml:1: audit.untracked_ignore[0]: is empty\n    write a CSS selector",
    ),
    "one selector to track": (
        "a.toml",
        '[audit]\ntracked = "form"',
        (
            "a.toml:2: audit.tracked: must be a list of selectors, not a string\n"
            """    write a list of selectors in quotes: ["a[href$='.pdf']", "form"]"""
        ),
    ),
    "elements to track by another name": (
        "a.toml",
        "[audit]\ntrack = []",
        'a.toml:2: audit: unknown key "track"\n    did you mean "tracked"?',
    ),
    "audit is a list": ("a.yaml", "audit: [form]", "a.yaml:1: audit: must be a table, not a list\n    write a table"),
    "a key of the audit at the top": (
        "a.toml",
        "tracked = []",
        'a.toml:1: unknown key "tracked"\n    it belongs to the audit: move it under "audit"',
    ),
    "toml: an event in double brackets": (
        "a.toml",
        '[[events.a]]\nvalue = "x"\n',
        (
            "a.toml:1: events.a: must be a table, not a list\n"
            "    write [events.a] once, in single brackets; in JSON and YAML, write a table"
        ),
    ),
    "a key in capitals": (
        "a.toml",
        '[events.a]\nvalue = "x"\nBUTTON = "Go"\n',
        'a.toml:3: events.a: unknown key "BUTTON"\n    did you mean "button"?',
    ),
    "a key of the event in its button": (
        "a.toml",
        '[events.a]\nvalue = "x"\nbutton = { label = "Go", on = "submit" }\n',
        (
            'a.toml:3: events.a.button: unknown key "on"\n'
            "    it belongs to the event: move it out of the table of this element"
        ),
    ),
    "a button that is clicked of an event that is sent otherwise": (
        "a.toml",
        '[events.a]\nvalue = "x"\nbutton = "Go"\non = "load"\n',
        (
            'a.toml:4: events.a.on: is "load", but a click on the button would also send it\n'
            '    remove "on" or the button, or use carrier = "data"'
        ),
    ),
    "a link that is clicked of an event that is sent otherwise": (
        "a.yaml",
        "events:\n  a:\n    on: after 5s\n    value: x\n    link: {label: Go, href: /x}\n",
        (
            'a.yaml:3: events.a.on: is "after 5s", but a click on the link would also send it\n'
            '    remove "on" or the link, or use carrier = "data"'
        ),
    ),
    "a handler, whatever the others have, of an event that is sent otherwise": (
        "a.json",
        (
            '{"defaults": {"carrier": "data"}, "events": {\n'
            '"a": {"value": "x", "button": "Go", "on": "visible"},\n'
            '"b": {"value": "y", "button": "Go", "on": "visible", "carrier": "inline"}}}'
        ),
        (
            'a.json:3: events.b.on: is "visible", but a click on the button would also send it\n'
            '    remove "on" or the button, or use carrier = "data"'
        ),
    ),
    "no id": (
        "a.yaml",
        "events:\n  value: x",
        f"a.yaml:2: events.value: {NO_ID}",
    ),
    "yaml: no space after a colon": (
        "a.yaml",
        "events:\n  a:\n    value:x",
        (
            "a.yaml:2: events.a: must be a table, not a string\n"
            '    in YAML, write a colon and a space after a key: "value: "'
        ),
    ),
    "yaml: an equals sign after a key": (
        "a.yaml",
        "events:\n  a:\n    value = x",
        (
            "a.yaml:2: events.a: must be a table, not a string\n"
            '    in YAML, write a colon and a space after a key: "value: "'
        ),
    ),
    "text on an event": (
        "a.toml",
        '[events.a]\nvalue = "x"\ntext = "Go"',
        (
            'a.toml:3: events.a: unknown key "text"\n'
            '    use "value" for what is sent, or "label" for the text of a button or link'
        ),
    ),
    "url on an event": (
        "a.toml",
        '[events.a]\nvalue = "x"\nurl = "/x"',
        ('a.toml:3: events.a: unknown key "url"\n    write the address of a link as "href" in its table, under "link"'),
    ),
    "an id with a dot": (
        "a.toml",
        '[events.a]\nvalue = "x"\n[events.a.b]\nvalue = "y"',
        'a.toml:3: events.a: unknown key "b"\n    if it is part of the id, write "a-b": ids contain no dots',
    ),
    "yaml: an id with nothing below it": (
        "a.yaml",
        "events:\n  a:\n",
        ("a.yaml:2: events.a: must be a table, not null\n    write its keys below it; in YAML, indent them"),
    ),
    "yaml: a link with nothing below it": (
        "a.yaml",
        "events:\n  a:\n    value: x\n    link:\n",
        ("a.yaml:4: events.a.link: must be a table, not null\n    write its keys below it; in YAML, indent them"),
    ),
    "an id with a dot, and no value": (
        "a.toml",
        '[events.a.b]\nvalue = "x"',
        'a.toml:1: events.a: unknown key "b"\n    if it is part of the id, write "a-b": ids contain no dots',
    ),
    "an id in an event": (
        "a.toml",
        '[events.a]\nvalue = "x"\nid = "b"',
        (
            'a.toml:3: events.a: unknown key "id"\n'
            '    the id of an event is the key of its table; write the id of a button in its table, under "button"'
        ),
    ),
    "a style of an event": (
        "a.toml",
        '[events.a]\nvalue = "x"\nstyle = "b"',
        'a.toml:3: events.a: unknown key "style"\n    use a class, and define the style in your style sheet',
    ),
    "a handler for forms": (
        "a.toml",
        '[events.a]\nvalue = "x"\nbutton = { label = "Go", onsubmit = "x()" }',
        (
            'a.toml:3: events.a.button: unknown key "onsubmit"\n'
            '    for a form, use on = "submit" and a selector for the form'
        ),
    ),
    "a list of classes": (
        "a.toml",
        '[events.a]\nvalue = "x"\nbutton = { label = "Go", class = ["x", "y"] }',
        (
            "a.toml:3: events.a.button.class: must be a string, not a list\n"
            "    write all classes in one string, separated by spaces"
        ),
    ),
    "an id with a sharp s": (
        "a.toml",
        '[events."größe"]\nvalue = "x"',
        (
            'a.toml:1: events."größe": invalid id "größe"\n    use "grosse": lower-case letters a-z and digits, '
            "with - and _ between them, at most 64 characters"
        ),
    ),
    # A key that stands for one that is needed: that this is missing follows.
    **{
        f"{name} for the value": (
            "a.toml",
            f'[events.a]\n{name} = "x"',
            f'a.toml:2: events.a: unknown key "{name}"\n    did you mean "value"?',
        )
        for name in ("valeu", "values", "VALUE", "name", "title", "text", "payload")
    },
    **{
        f"{name} for the {meant} of an event": (
            "a.toml",
            f'[events.a]\nvalue = "x"\n\n{name} = "y"',
            f'a.toml:4: events.a: unknown key "{name}"\n    did you mean "{meant}"?',
        )
        for name, meant in {
            "trigger": "on",
            "when": "on",
            "event": "on",
            "css": "selector",
            "desc": "description",
            "note": "description",
            "buton": "button",
        }.items()
    },
    **{
        f"{name} for a label": (
            "a.yaml",
            f"events:\n a:\n  value: x\n  button:\n   {name}: Go",
            f'a.yaml:5: events.a.button: unknown key "{name}"\n    did you mean "label"?',
        )
        for name in ("lable", "text", "caption")
    },
    **{
        f"{name} for the address of a link": (
            "a.json",
            f'{{"events": {{"a": {{"value": "x", "link": {{"label": "Go",\n"{name}": "/x"}}}}}}}}',
            f'a.json:2: events.a.link: unknown key "{name}"\n    did you mean "href"?',
        )
        for name in ("hreff", "url", "src", "target_url")
    },
    "the title of no button": (
        "a.toml",
        '[events.a]\nvalue = "x"\ntitle = "y"',
        f'a.toml:3: events.a: unknown key "title"\n    {NOT_A_LABEL}',
    ),
    "a caption for no button": (
        "a.toml",
        '[events.a]\nvalue = "x"\ncaption = "Go"',
        f'a.toml:3: events.a: unknown key "caption"\n    did you mean "label"? {NOT_A_LABEL}',
    ),
    "a value for the label of a button": (
        "a.toml",
        '[events.a]\nvalue = "x"\nbutton = { value = "Go" }',
        (
            'a.toml:3: events.a.button: unknown key "value"\n'
            '    for the visible text use "label"; the value that is sent belongs to the event'
        ),
    ),
    "an address of a button": (
        "a.toml",
        '[events.a]\nvalue = "x"\nbutton = { label = "Go", url = "/x" }',
        (
            'a.toml:3: events.a.button: unknown key "url"\n'
            '    a button has no address; for a link, write a table under "link"'
        ),
    ),
    "a trigger of a button": (
        "a.toml",
        '[events.a]\nvalue = "x"\nbutton = { label = "Go", trigger = "submit" }\n',
        (
            'a.toml:3: events.a.button: unknown key "trigger"\n'
            "    it belongs to the event: move it out of the table of this element"
        ),
    ),
    # A carrier that is not known: that it is not data follows.
    "a misspelled carrier of a button that is not for a click": (
        "a.toml",
        '[events.a]\nvalue = "x"\ncarier = "data"\nbutton = "Go"\non = "load"',
        'a.toml:3: events.a: unknown key "carier"\n    did you mean "carrier"?',
    ),
    "a misspelled carrier for all events": (
        "a.toml",
        '[defaults]\ncarier = "data"\n[events.a]\nvalue = "x"\nbutton = "Go"\non = "load"',
        'a.toml:2: defaults: unknown key "carier"\n    did you mean "carrier"?',
    ),
    "a wrong carrier for all events": (
        "a.toml",
        '[defaults]\ncarrier = "dta"\n[events.a]\nvalue = "x"\nbutton = "Go"\non = "load"',
        'a.toml:2: defaults.carrier: must be "inline" or "data"\n    use "data" with rtp-events.js, otherwise "inline"',
    ),
    "carriers of all events without a table": (
        "a.toml",
        'defaults = "data"\n[events.a]\nvalue = "x"\nbutton = "Go"\non = "load"',
        "a.toml:1: defaults: must be a table, not a string\n    write a table",
    ),
    "an unknown default, and no event": (
        "a.toml",
        "[defaults]\nselector = {}",
        'a.toml:2: defaults: unknown key "selector"\n    known keys: carrier, guard, refresh, ignore, class',
    ),
    "misspelled defaults": (
        "a.toml",
        '[default]\ncarrier = "data"\n[events.a]\nvalue = "x"\nbutton = "Go"\non = "load"',
        'a.toml:1: unknown key "default"\n    did you mean "defaults"?',
    ),
    # A level that is missing, or not indented: it holds for all that belongs there.
    "yaml: the keys of an event beside its id": (
        "a.yaml",
        "events:\n  a:\n  value: x\n  button: Go\n",
        f"a.yaml:3: events.value: {NO_ID}",
    ),
    "an unknown key that is like no other": (
        "a.toml",
        '[events.a]\nvalue = "x"\nzzz = 1',
        f'a.toml:3: events.a: unknown key "zzz"\n    {KNOWN_KEYS}',
    ),
    "a handler on a button": (
        "a.toml",
        '[events.a]\nvalue = "x"\nbutton = { label = "Go", onclick = "x()" }',
        (
            'a.toml:3: events.a.button: unknown key "onclick"\n'
            "    remove it; the handler is generated for you, with the event's calls"
        ),
    ),
    "a label for no button": (
        "a.json",
        '{"events": {"a":\n {"value": "x", "label": "Go"}}}',
        f'a.json:2: events.a: unknown key "label"\n    {NOT_A_LABEL}',
    ),
    "a misspelled label for no button": (
        "a.json",
        '{"events": {"a":\n {"value": "x",\n "lable": "Go"}}}',
        f'a.json:3: events.a: unknown key "lable"\n    did you mean "label"? {NOT_A_LABEL}',
    ),
    "an address for no link": (
        "a.toml",
        '[events.a]\nvalue = "x"\nhref = "/x"',
        'a.toml:3: events.a: unknown key "href"\n    it belongs to a link: move it under "link"',
    ),
    "a misspelled address for no link": (
        "a.toml",
        '[events.a]\nvalue = "x"\nhreff = "/x"',
        (
            'a.toml:3: events.a: unknown key "hreff"\n'
            '    did you mean "href"? it belongs to a link: move it under "link"'
        ),
    ),
    "an unknown key of a link": (
        "a.yaml",
        "events:\n a:\n  value: x\n  link:\n   label: Go\n   href: /x\n   traget: _blank",
        'a.yaml:7: events.a.link: unknown key "traget"\n    did you mean "target"?',
    ),
    "a link is a text": (
        "a.toml",
        '[events.a]\nvalue = "x"\nlink = "Go"',
        "a.toml:3: events.a.link: must be a table, not a string\n    write a table with the keys label and href",
    ),
    "a link without a label": (
        "a.json",
        '{"events": {"a": {"value": "x",\n"link": {"href": "/x"}}}}',
        'a.json:2: events.a.link: has no label\n    add the key "label": the text of the link',
    ),
    "a link that leads to code": (
        "a.json",
        '{"events": {"a": {"value": "x", "link": {"label": "Go",\n"href": "java\\tscript:x()"}}}}',
        (f'a.json:2: events.a.link.href: must not begin with "javascript:"\n    {GOOD_ADDRESSES}'),
    ),
    "a link that leads to code in disguise": (
        "a.toml",
        '[events.a]\nvalue = "x"\nlink = { label = "Go", href = "java&Tab;script&colon;x()" }',
        (f'a.toml:3: events.a.link.href: must not begin with a disguised "javascript:"\n    {GOOD_ADDRESSES}'),
    ),
    "yaml: on is a key, and load a text": (
        "a.yaml",
        "events:\n  a: {value: x, 'on': lood}",
        'a.yaml:2: events.a.on: unknown trigger "lood"\n    did you mean "load"?',
    ),
    "yaml: on in capitals is no text": (
        "a.yaml",
        "events:\n  a:\n    value: x\n    On: load",
        'a.yaml:4: events.a.On: YAML does not read the key On as a string\n    put it in quotes: "On"',
    ),
    "a bad selector": (
        "a.toml",
        '[events.a]\nvalue = "x"\nselector = ".a {"',
        (
            "a.toml:3: events.a.selector: is not a valid selector: { is not allowed\n"
            "    use a CSS selector, such as .nav .download"
        ),
    ),
}
