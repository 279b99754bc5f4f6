#pragma once
// What one input may keep in memory at any time: a fixed amount plus so many bytes for each of its own. The hooks of the sanitiser's
// allocator count what is allocated and not yet freed since the input began, whoever allocates it.
#include <cstddef>

#include "tests/fuzz/targets.h"

namespace parktwin::fuzz {

/// Call once, before the first input.
void count_bytes_alive();

/// From here on allocations belong to an input of that size; the first that goes beyond the bound ends the program with target, bytes and
/// bound, and with the stack of who asked.
void begin_input(const Target& target, std::size_t size);

void end_input();

}  // namespace parktwin::fuzz
