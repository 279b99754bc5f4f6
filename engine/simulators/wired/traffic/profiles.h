#pragma once
// What the sources of a park send: per source class the size of a sample, how often each unit sends one, what comes back to it, where it
// goes and how soon it has to be there. The table is in profiles.cpp with the origin of every row; a scenario changes single figures.
#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "engine/core/describe.h"

namespace parktwin::wired::traffic {

enum class SourceClass {
  park_video,
  vehicles,
  machine_vision,
  machines,
  sensors,
  terminals,
  metering,
  environment,
  pipe_gallery,
  office,
  cloud_sync,
  other_elements,
  hosted_workloads
};

constexpr auto names_of(SourceClass) {
  return std::to_array<EnumName<SourceClass>>({{SourceClass::park_video, "park_video"},
                                               {SourceClass::vehicles, "vehicles"},
                                               {SourceClass::machine_vision, "machine_vision"},
                                               {SourceClass::machines, "machines"},
                                               {SourceClass::sensors, "sensors"},
                                               {SourceClass::terminals, "terminals"},
                                               {SourceClass::metering, "metering"},
                                               {SourceClass::environment, "environment"},
                                               {SourceClass::pipe_gallery, "pipe_gallery"},
                                               {SourceClass::office, "office"},
                                               {SourceClass::cloud_sync, "cloud_sync"},
                                               {SourceClass::other_elements, "other_elements"},
                                               {SourceClass::hosted_workloads, "hosted_workloads"}});
}

inline constexpr std::size_t class_count = names_of(SourceClass{}).size();

/// Collects industrial, environmental or resource figures, unlike office work and what goes to a cloud.
[[nodiscard]] constexpr bool collects(SourceClass source) {
  return source != SourceClass::office && source != SourceClass::cloud_sync && source != SourceClass::hosted_workloads;
}

/// core: a cloud beyond the core routers; edge: the nearest edge server; service: the nearest node that offers network services;
/// data_centre: the nearest data centre in operation.
enum class Destination { core, edge, service, data_centre };

constexpr auto names_of(Destination) {
  return std::to_array<EnumName<Destination>>({{Destination::core, "core"},
                                               {Destination::edge, "edge"},
                                               {Destination::service, "service"},
                                               {Destination::data_centre, "data_centre"}});
}

struct Profile {
  SourceClass source = SourceClass::other_elements;
  Destination destination = Destination::core;
  double sample_bytes = 0.0;   ///< payload
  double samples_per_s = 0.0;  ///< of each unit, on average
  double down_mbit_s = 0.0;    ///< what comes back to each unit, in messages of the same size
  double target_ms = 0.0;      ///< a sample is on time when all of it is there within this
  double processing_ms = 0.0;  ///< of one processor of an edge server on a sample
  std::string_view basis;      ///< where the figures come from
  std::string service;         ///< id of the network service it goes to instead; empty: by destination
};

/// Figures of one class that a scenario sets; the others stay.
struct ClassChange {
  SourceClass source = SourceClass::other_elements;
  std::optional<Destination> destination;
  std::string service;
  std::optional<double> sample_bytes;
  std::optional<double> samples_per_s;
  std::optional<double> down_mbit_s;
  std::optional<double> target_ms;
  std::optional<double> processing_ms;
};

template <class Visitor, DescribedAs<ClassChange> Self>
void describe(Visitor&& visit, Self& change) {
  visit(Field{.name = "source", .unit = "", .meaning = "source class whose figures are set", .required = true}, change.source);
  visit(Field{"destination", "", "core, edge, service or data_centre"}, change.destination);
  visit(Field{"service", "", "id of the network service that takes the samples; empty: by destination"}, change.service);
  visit(Field{"sample_bytes", "B", "payload of a sample", 1, 1e8}, change.sample_bytes);
  visit(Field{"samples_per_s", "1/s", "samples of each unit", 0, 1e6}, change.samples_per_s);
  visit(Field{"down_mbps", "Mbit/s", "what comes back to each unit", 0, 1e5}, change.down_mbit_s);
  visit(Field{"target_ms", "ms", "a sample is on time within this", 0.01, 1e7}, change.target_ms);
  visit(Field{"processing_ms", "ms", "time of an edge server's processor for a sample", 0, 1e6}, change.processing_ms);
}

/// One per source class in their order, changes applied in theirs.
[[nodiscard]] std::vector<Profile> profiles(const std::vector<ClassChange>& changes);

/// Class of connected assets by the words in what they are called, English or Chinese; other_elements when none is known.
[[nodiscard]] SourceClass class_of_element(std::string_view element);

}  // namespace parktwin::wired::traffic
