/** One table's evening, played through the gateway as phones and screens would. */
package io.brigade.local.demo;
