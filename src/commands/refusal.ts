/** An expected refusal of a command: its message is printed as it is, without a trace. */
export class Refusal extends Error {}
