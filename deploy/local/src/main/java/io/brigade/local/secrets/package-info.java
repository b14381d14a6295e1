/** Passwords, keys and certificates of a local suite, made once and kept in its state folder. */
package io.brigade.local.secrets;
