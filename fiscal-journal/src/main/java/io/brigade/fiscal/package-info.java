/** Format, chaining, signing, archiving and verification of the fiscal journal (CGI art. 286 I 3° bis). */
package io.brigade.fiscal;
