#pragma once
// The IPv6 addressing plan of a run as a table an operator can take over: one row per prefix, outer ones first, then one per address.
#include <filesystem>
#include <string>

#include "engine/simulators/wired/ipv6/addressing_plan.h"

namespace parktwin::cli {

/// Columns prefix, kind, owner, usage, parent, state. Addresses are rows of kind `address` with all 128 bits; their owner is the node,
/// their usage the link whose end they are.
[[nodiscard]] std::string addressing_table(const wired::ipv6::AddressingPlan& plan);

/// Throws OutputError.
void write_addressing_table(const wired::ipv6::AddressingPlan& plan, const std::filesystem::path& file);

}  // namespace parktwin::cli
