"""What can go wrong with keys and sealed bytes: a class for each problem, nothing secret in any."""


class VaultError(Exception):
    """Something did not open, or could not be sealed."""

    problem: str = "This could not be opened."
    hint: str = "Nothing was changed; try again."

    def __str__(self) -> str:
        return f"{self.problem}\nhint: {self.hint}"


class WrongSecret(VaultError):
    """The passphrase, recovery code or cookie key does not open this."""

    problem = "What was typed does not open this."
    hint = "Check the keyboard's language and the shift key, then try again."


class UnusablePassphrase(WrongSecret):
    """A passphrase that is empty, or holds characters that no keyboard sends."""

    problem = "This passphrase is empty, or holds characters that cannot be kept."
    hint = "Choose one of several words that you can type on any keyboard."


class Damaged(VaultError):
    """The bytes are not what was sealed: changed, cut, or put in another's place."""

    problem = "This is damaged, or was changed, and was not opened."
    hint = "Your latest backup may still hold it whole."


class CostTooLow(VaultError):
    """A key slot that is cheaper to guess than amends ever makes one."""

    problem = "The lock was made weaker than amends makes it, so it was not used."
    hint = "Someone may have changed the file; restore your latest backup into an empty folder."


class CostTooHigh(Damaged):
    """Opening this would take more memory or time than a machine should give."""

    problem = (
        "Opening this would take more work than is safe for this machine, so it was not tried."
    )
    hint = "If nobody changed the file, open it on a stronger machine; else use another copy."


class OutOfMemory(VaultError):
    """The machine has less free memory than the key slot asks for."""

    problem = "There is too little free memory to open this."
    hint = "Nothing was changed. Close other programs, then try again."


class NewerFormat(VaultError):
    """A newer version of amends sealed this."""

    problem = "This was sealed by a newer version of amends."
    hint = "Nothing was changed. Install the newer version, then open it again."


class BadRecoveryCode(VaultError):
    """The recovery code holds a typing mistake; it was not tried."""

    problem = "There is a typing mistake in this recovery code."
    hint = "It has nine groups of four letters and digits. Compare it group by group."
