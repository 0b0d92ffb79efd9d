"""What real libraries do with what a definition may not have: an act for each library and each row of the table."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass, field

from rtpsnippets import Button, Event, Link, render
from rtpsnippets.events.element import Element

ACTED = "/acted"
"""The address that each act asks for, by code or by itself."""

LOADED = "/loaded"
"""A page and a script that ask for it where they are loaded into another page, and not where a link leads to them."""

_CODE = f"fetch('{ACTED}')"
_CALL = f"constructor.constructor({json.dumps(_CODE)})()".replace('"', "`")
_TEXT_CALL = f"{{{{''.sub.{_CALL}}}}}".replace("`", '"')
_ANGULAR_CALL = f"$on.{_CALL}".replace("`", '"')
_IMAGE = f'<img src=data:, onerror="{_CODE}">'
_JQUERY = "jquery/dist/jquery.js"


@dataclass(frozen=True)
class Act:
    """A library's files, the code that starts it, the page around the element, and what the element has.

    `method` is that of the request by which the act is seen; `how` says what a visitor does to bring it about.
    """

    library: str
    files: tuple[str, ...]
    attributes: Mapping[str, str] = field(default_factory=dict)
    label: str = "Go"
    start: str = ""
    page: str = "{}"
    method: str = "GET"
    how: str = "click"
    kind: str = "button"

    @property
    def name(self) -> str:
        """The library and the attribute."""
        return f"{self.library}: {['label', *self.attributes][-1]}"

    def define(self) -> Element:
        """The element as a definition would have it."""
        return Link(self.label, self.attributes) if self.kind == "link" else Button(self.label, self.attributes)

    def snippet(self) -> str:
        """The snippet of the element, as if nothing had refused it."""
        event = Event("go", "Go!", Button("Go"), link=Link("Go", {"href": "/"}))
        element = event.elements[self.kind]
        object.__setattr__(element, "label", self.label)
        object.__setattr__(element, "attributes", self.attributes)
        return render(event, self.kind)


def _link(library: str, files: tuple[str, ...], attributes: Mapping[str, str], **more: str) -> Act:
    return Act(library, files, {"href": ACTED, **attributes}, kind="link", **more)


def _ready(code: str) -> str:
    return f"addEventListener('DOMContentLoaded', () => {{ {code} }})"


_ANGULAR = ("angular/angular.js",)
_APP = "<div ng-app>{}</div>"
_STIMULUS = ("@hotwired/stimulus/dist/stimulus.umd.js",)
_CONTROLLER = (
    "Stimulus.Application.start().register('a', class extends Stimulus.Controller {{ {}() {{ " + _CODE + " }} }})"
)
_RAILS = ("@rails/ujs/app/assets/javascripts/rails-ujs.js",)
_JQUERY_UJS = (_JQUERY, "jquery-ujs/src/rails.js")
_BOOTSTRAP = (_JQUERY, "bootstrap/dist/js/bootstrap.js")
_TOOLTIP = _ready("jQuery('[data-toggle=tooltip]').tooltip()")
_FANCYBOX = (_JQUERY, "@fancyapps/fancybox/dist/jquery.fancybox.js")
_LIGHTBOX = (_JQUERY, "lightbox2/dist/js/lightbox.js")
_TURBO = ("@hotwired/turbo/dist/turbo.es2017-umd.js",)
_DATASTAR = ("datastar.js",)

ACTS = (
    # Doubled braces.
    Act("AngularJS", _ANGULAR, label=_TEXT_CALL, page=_APP),
    *(Act("AngularJS", _ANGULAR, {name: _TEXT_CALL}, page=_APP) for name in ("id", "name", "title", "class", "data-x")),
    *(_link("AngularJS", _ANGULAR, {name: _TEXT_CALL}, page=_APP) for name in ("aria-x", "target", "rel", "type")),
    *(_link("AngularJS", _ANGULAR, {name: _TEXT_CALL}, page=_APP) for name in ("href", "download", "hreflang")),
    Act("Vue", ("vue/dist/vue.global.prod.js",), label=_TEXT_CALL, start=_ready("Vue.createApp({}).mount('body')")),
    Act(
        "Vue", ("petite-vue/dist/petite-vue.iife.js",), label=_TEXT_CALL, start=_ready("PetiteVue.createApp().mount()")
    ),
    # The others, in the order of the table.
    *(
        Act("AngularJS", _ANGULAR, {"class": f"a;{name}: {_ANGULAR_CALL}"}, page=_APP)
        for name in ("ng-init", "ngInit", "X_ng__init", "data-ng-Init")
    ),
    Act("AngularJS", _ANGULAR, {"class": f"ng-include: '{ACTED}'"}, page=_APP, how="wait"),
    Act("AngularJS", _ANGULAR, {"data-ng-app": "", "data-ng-init": _ANGULAR_CALL}),
    Act(
        "Knockout",
        ("knockout/build/output/knockout-latest.js",),
        {"data-bind": f"text: {_CODE}"},
        start=_ready("ko.applyBindings({})"),
    ),
    Act("hyperscript", ("hyperscript.org/dist/_hyperscript.js",), {"data-script": f"on click js {_CODE} end"}),
    Act(
        "Dojo",
        ("dojo/dojo.js",),
        {"data-dojo-type": "dojo/Stateful", "data-dojo-props": f"a: {_CODE}"},
        start="require(['dojo/parser', 'dojo/Stateful', 'dojo/domReady!'], parser => parser.parse())",
    ),
    *(
        Act("Datastar", _DATASTAR, {name: _CODE})
        for name in ("data-on-click", "data-signals", "data-signals-a", "data-attr", "data-attr-title", "data-class")
    ),
    *(Act("Datastar", _DATASTAR, {name: _CODE}) for name in ("data-class-a", "data-show", "data-text")),
    Act("htmx", ("htmx-2/dist/htmx.js",), {"data-hx-on-click": _CODE}),
    Act("htmx", ("htmx-2/dist/htmx.js",), {"data-hx-get": ACTED}),
    Act("htmx", ("htmx-4/dist/htmx.js",), {"data-hx-get": "/", "data-hx-trigger": f"click[{_CODE}]"}),
    Act("htmx", ("htmx-4/dist/htmx.js",), {"data-hx-get": ACTED}),
    _link(
        "jQuery Unobtrusive Ajax",
        (_JQUERY, "jquery-ajax-unobtrusive/dist/jquery.unobtrusive-ajax.js"),
        {"href": "/", "data-ajax": "true", "data-ajax-begin": _CODE},
    ),
    _link("rails-ujs", _RAILS, {"href": LOADED, "data-type": "script", "data-remote": "true"}),
    _link("jquery-ujs", _JQUERY_UJS, {"href": LOADED, "data-type": "script", "data-remote": "true"}),
    Act(
        "Bootstrap 3",
        _BOOTSTRAP,
        {"data-toggle": "modal", "data-target": "#modal", "data-remote": f"{LOADED}.html"},
        page='<div id="modal"><div class="modal-content"></div></div>{}',
    ),
    _link("rails-ujs", _RAILS, {"data-method": "delete"}, method="POST"),
    _link("jquery-ujs", _JQUERY_UJS, {"data-method": "delete"}, method="POST"),
    _link(
        "Unpoly",
        ("unpoly/unpoly.js",),
        {"data-method": "post"},
        start="up.link.config.followSelectors.push('a[href]')",
        method="POST",
    ),
    _link("Turbo", _TURBO, {"data-turbo-method": "delete"}, method="DELETE"),
    _link("Turbo", _TURBO, {"data-turbo-preload": ""}, how="wait"),
    Act("Stimulus", _STIMULUS, {"data-controller": "a"}, start=_CONTROLLER.format("connect")),
    Act(
        "Stimulus",
        _STIMULUS,
        {"data-action": "a#go"},
        start=_CONTROLLER.format("go"),
        page='<div data-controller="a">{}</div>',
    ),
    _link(
        "jQuery Modal",
        (_JQUERY, "jquery-modal/jquery.modal.js"),
        {"href": f"{LOADED}.html", "rel": "modal:open"},
    ),
    Act("fancybox", _FANCYBOX, {"data-fancybox": "", "data-src": f"{LOADED}.html", "data-type": "ajax"}),
    Act(
        "fancybox",
        _FANCYBOX,
        {
            "data-fancybox": "",
            "data-options": json.dumps({"type": "iframe", "src": f"javascript:parent.{_CODE}"}).replace("j", "\\u006a"),
        },
    ),
    Act(
        "fancybox",
        _FANCYBOX,
        {"data-fancybox": "", "data-type": "iframe", "data-src": f" JavaScript:parent.{_CODE}"},
    ),
    Act("Bootstrap 3", _BOOTSTRAP, {"data-toggle": "modal", "data-target": _IMAGE}),
    Act("Bootstrap 3", _BOOTSTRAP, {"data-toggle": "tooltip", "data-html": "true", "title": _IMAGE}, start=_TOOLTIP),
    _link("fancybox", _FANCYBOX, {"href": "/i.svg", "data-fancybox": "", "data-caption": _IMAGE}),
    _link("Lightbox", _LIGHTBOX, {"href": "/i.svg", "data-lightbox": "a", "title": _IMAGE}),
    _link("Lightbox", _LIGHTBOX, {"href": "/i.svg", "data-lightbox": "a", "data-title": _IMAGE}),
    Act(
        "UIkit",
        ("uikit/dist/js/uikit.js",),
        {"data-uk-tooltip": json.dumps({"title": _IMAGE}).replace("<", "\\u003c")},
        how="hover",
    ),
)

_ALPINE = ("alpinejs/dist/cdn.js",)
_IN_ALPINE = "<div x-data>{}</div>"

NO_ACTS = (
    Act("Alpine", _ALPINE, label=f"{{{{ {_CODE} }}}}", page=_IN_ALPINE),
    Act("Alpine", _ALPINE, {"data-x-data": "{}", "data-x-init": _CODE, "data-x-on-click": _CODE}, page=_IN_ALPINE),
    Act("Unpoly", ("unpoly/unpoly.js",), {"data-up-href": ACTED, "data-up-follow": ""}),
    Act(
        "Stimulus",
        _STIMULUS,
        {"data-action": "go"},
        start=_CONTROLLER.format("go"),
        page='<p data-controller="a">{}</p>',
    ),
    Act("rails-ujs", _RAILS, {"data-type": "script", "data-url": ACTED, "data-params": "a=b"}),
    Act("AngularJS", _ANGULAR, {"class": "ng-scope ng-init btn", "data-x-ng-init": _ANGULAR_CALL}, page=_APP),
    Act("Datastar", _DATASTAR, {"data-onclick": _CODE, "data-textual": _CODE, "data-attribution": _CODE}),
    Act("Bootstrap 3", _BOOTSTRAP, {"data-toggle": "modal", "data-target": "a < b"}),
)
"""What looks alike, and does nothing: a definition may have it, but for the braces."""
