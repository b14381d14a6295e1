/** The whole suite on one machine: what it consists of, and how each part is started, watched and stopped. */
package io.brigade.local;
