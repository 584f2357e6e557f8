/** Tells a person what goes on, a line at a time. */
export type Progress = (line: string) => void;
