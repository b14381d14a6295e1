/** Operating system processes that outlive the program that started them. */
package io.brigade.local.process;
