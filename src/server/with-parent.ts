// Loaded before a program that `up` starts (node --import): when `up` is gone, killed without a word, the program is
// asked to end in its usual way instead of living on unseen.
process.once('disconnect', () => process.kill(process.pid, 'SIGTERM'));
process.channel?.unref();
