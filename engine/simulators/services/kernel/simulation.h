#pragma once
// The event loop and its replicas. A model has on(time, event) for each type of event; several types are a std::variant, told apart without
// virtual calls. Replicas differ only by their number, so results do not depend on the number of threads.
#include <cstdint>
#include <type_traits>
#include <variant>
#include <vector>

#include "engine/core/parallel.h"
#include "engine/simulators/services/kernel/event_queue.h"

namespace parktwin::services::kernel {

/// Hands the model every event before `end_ns`; it may add more to the queue. The first type of event is default constructible. Returns how
/// many there were.
template <class Model, class Event>
std::uint64_t run(EventQueue<Event>& queue, Nanoseconds end_ns, Model& model) {
  std::uint64_t events = 0;
  Nanoseconds now = 0;
  for (Event event{}; queue.take_before(end_ns, now, event); ++events) model.on(now, event);
  return events;
}

template <class Model, class... Events>
std::uint64_t run(EventQueue<std::variant<Events...>>& queue, Nanoseconds end_ns, Model& model) {
  std::uint64_t events = 0;
  Nanoseconds now = 0;
  for (std::variant<Events...> any; queue.take_before(end_ns, now, any); ++events) {
    std::visit([&](const auto& event) { model.on(now, event); }, any);
  }
  return events;
}

/// replica(0), replica(1), … in parallel, in this order in the result.
template <class Replica>
auto replicas(std::size_t count, const Replica& replica) {
  using Result = std::invoke_result_t<Replica, std::uint32_t>;
  static_assert(!std::is_same_v<Result, bool>, "bits of a vector<bool> cannot be written in parallel");
  std::vector<Result> results(count);
  parallel_for(count, [&](std::size_t i) { results[i] = replica(static_cast<std::uint32_t>(i)); });
  return results;
}

}  // namespace parktwin::services::kernel
