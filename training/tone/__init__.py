"""How the ear for tone is made: a small model that learns from GoEmotions and from a larger one."""
