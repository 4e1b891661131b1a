/** How every report begins: nothing may be loaded and nothing may run, whatever the data say. */
export const reportHead = '<!doctype html><html><head><meta charset="utf-8"><meta http-equiv="Content-Security-Policy" content="default-src \'none\'; style-src \'unsafe-inline\'; img-src data:">'
