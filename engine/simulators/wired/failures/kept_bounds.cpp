#include "engine/simulators/wired/failures/kept_bounds.h"

#include <cstring>

namespace parktwin::wired::failures {
namespace {

template <class Value>
void put(std::string& bytes, Value value) {
  char raw[sizeof(Value)];
  std::memcpy(raw, &value, sizeof(Value));
  bytes.append(raw, sizeof(Value));
}

std::string bytes_of(const FallibleGraph& graph, std::uint32_t from, std::uint32_t to, std::uint64_t effort) {
  std::string bytes;
  bytes.reserve(24 + 8 * graph.nodes.size() + 16 * graph.edges.size());
  put(bytes, effort);
  put(bytes, from);
  put(bytes, to);
  put(bytes, static_cast<std::uint64_t>(graph.nodes.size()));
  for (const double availability : graph.nodes) put(bytes, availability);
  for (const FallibleEdge& edge : graph.edges) {
    put(bytes, edge.a);
    put(bytes, edge.b);
    put(bytes, edge.availability);
  }
  return bytes;
}

}  // namespace

Bounds KeptBounds::answer(const FallibleGraph& graph, std::uint32_t from, std::uint32_t to, std::uint64_t effort) {
  const auto [known, inserted] = known_.try_emplace(bytes_of(graph, from, to, effort));
  if (inserted) known->second.bounds = two_terminal(graph, from, to, effort);
  known->second.last_asked = round_;
  return known->second.bounds;
}

void KeptBounds::begin() {
  ++round_;
  std::erase_if(known_, [&](const auto& entry) { return entry.second.last_asked + rounds_kept < round_; });
}

}  // namespace parktwin::wired::failures
