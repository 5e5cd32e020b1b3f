// Loaded into every process that the launcher starts: ends it when the launcher has gone, however that happened.
if (process.send) {
  process.on('disconnect', () => {
    process.kill(process.pid, 'SIGTERM');
  });
  process.channel?.unref();
}
