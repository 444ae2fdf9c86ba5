export function tracePicture(_r: unknown, _t: unknown): string { return ''; }
