/** What this process has worked, in milliseconds of the processor: what others on the machine take does not count. */
export function worked(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
}
