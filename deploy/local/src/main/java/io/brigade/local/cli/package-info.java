/** The commands of ./brigade. */
package io.brigade.local.cli;
