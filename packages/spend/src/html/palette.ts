/**
 * Neighbours differ in lightness as well as in hue, so that they stay apart for colour-blind readers and on a grey
 * print.
 */
export const bandColours: readonly string[] = ['#1f4e79', '#e0a33a', '#7d3350', '#6fb3ab', '#4a5fa5', '#c9b8d6'];

export const restColour = '#c4cad2';
export const unallocatedColour = '#8b9098';
export const withinColour = '#2f6690';
export const overColour = '#b5431f';
export const trackColour = '#e8ebef';
export const inkColour = '#1c2430';
export const mutedColour = '#5b6472';
export const ruleColour = '#dfe3e8';
