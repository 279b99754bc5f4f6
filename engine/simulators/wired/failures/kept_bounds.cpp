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
  std::string question = bytes_of(graph, from, to, effort);
  if (const auto known = asked_.find(question); known != asked_.end()) return known->second;
  const auto before = earlier_.find(question);
  const Bounds bounds = before != earlier_.end() ? before->second : two_terminal(graph, from, to, effort);
  asked_.emplace(std::move(question), bounds);
  return bounds;
}

void KeptBounds::forget_unused() {
  earlier_ = std::move(asked_);
  asked_.clear();
}

}  // namespace parktwin::wired::failures
