"""What the forms of the page ask: a promise, how it ended, a lie, how one saw the other's."""

from django import forms

from amends.practice import PromiseHow, Saw

LONGEST = 1000
"""Characters that are kept; a promise of 120 is asked to be smaller long before."""


class NewPromise(forms.Form):
    """What someone promises; a large one is asked about once, unless `as_is` is sent."""

    what = forms.CharField(max_length=LONGEST)
    by = forms.DateField()
    shown_by = forms.CharField(max_length=LONGEST, required=False)
    use_required_attribute = False


class HowItEnded(forms.Form):
    """How a promise ended, on which day, and what is done in its place."""

    how = forms.ChoiceField(choices=[(one, one) for one in PromiseHow])
    on = forms.DateField()
    instead = forms.CharField(max_length=LONGEST, required=False)


class NotTrue(forms.Form):
    """Something that was said and not true."""

    words = forms.CharField(max_length=LONGEST)
    true = forms.CharField(max_length=LONGEST, required=False)


class HowISawIt(forms.Form):
    """How someone saw a promise of the other."""

    saw = forms.ChoiceField(choices=[(one, one) for one in Saw])
    words = forms.CharField(max_length=LONGEST, required=False)
