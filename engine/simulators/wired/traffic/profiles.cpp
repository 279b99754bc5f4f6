#include "engine/simulators/wired/traffic/profiles.h"

#include <algorithm>
#include <cctype>

namespace parktwin::wired::traffic {
namespace {

std::vector<Profile> usual_profiles() {
  using enum SourceClass;
  using enum Destination;
  // source, destination, bytes, samples/s, Mbit/s back, target ms, processing ms, basis
  return {
      {park_video,
       service,
       20000,
       25,
       0.01,
       400,
       0,
       "4 Mbit/s at 25 frames/s, usual for 1080p in H.265: assumption; target: ITU-T Y.1541 class 3, 400 ms",
       {}},
      {vehicles,
       edge,
       250,
       20,
       0.04,
       50,
       1,
       "50 ms period and 250 B as of the mobile robots of 3GPP TS 22.104, from memory (secondary); target: one period, assumption",
       {}},
      {machine_vision,
       edge,
       20000,
       25,
       0.02,
       100,
       20,
       "4 Mbit/s at 25 frames/s, usual for 1080p in H.265, target 100 ms, 20 ms of processing: assumptions",
       {}},
      {machines, edge, 200, 10, 0.01, 100, 0.5, "200 B each 100 ms, target one period: assumptions", {}},
      {sensors, core, 100, 1, 0, 1000, 0, "100 B each second, target one period: assumptions within process monitoring of TS 22.104", {}},
      {terminals, core, 1500, 2, 0.1, 400, 0, "rate and size: assumptions; target: ITU-T Y.1541 class 3, 400 ms", {}},
      {metering, service, 300, 1.0 / 60.0, 0, 5000, 0, "a reading a minute from each meter, target 5 s: assumptions", {}},
      {environment, service, 1000, 1.0 / 60.0, 0, 5000, 0, "a report a minute from each station, target 5 s: assumptions", {}},
      {pipe_gallery,
       service,
       200,
       1,
       0,
       1000,
       0,
       "one group of sensors per 200 m of duct, each second, target one period: assumptions",
       {}},
      {office,
       core,
       14520,
       0.43,
       0.2,
       400,
       0,
       "per desk 0.05 Mbit/s up and 0.2 Mbit/s down in the busy hour: assumptions; bursts of 10 segments: RFC 6928; target: ITU-T Y.1541 "
       "class 3, 400 ms",
       {}},
      {cloud_sync,
       core,
       14520,
       0.43,
       0.02,
       1000,
       0,
       "0.05 Mbit/s per employee of an enterprise on a cloud: assumption; bursts: RFC 6928; target: ITU-T Y.1541 class 4, 1 s",
       {}},
      {other_elements, core, 500, 0, 0, 1000, 0, "only what the inventory gives as their rate; size and target: assumptions", {}},
      {hosted_workloads,
       data_centre,
       14520,
       0.43,
       0,
       400,
       0,
       "0.05 Mbit/s to the data centre per employee whose workloads it hosts, as to a cloud: assumption; back: its egress; bursts: RFC "
       "6928; "
       "target: ITU-T Y.1541 class 3, 400 ms",
       {}},
  };
}

struct Word {
  std::string_view text;
  SourceClass source;
};

// Machine tools before sensors: "machine tools with sensors" are machines. Vision before machines for "machine vision".
constexpr Word words[] = {
    {"vehicle", SourceClass::vehicles},    {"agv", SourceClass::vehicles},          {"导引车", SourceClass::vehicles},
    {"搬运车", SourceClass::vehicles},     {"camera", SourceClass::machine_vision}, {"vision", SourceClass::machine_vision},
    {"摄像", SourceClass::machine_vision}, {"视觉", SourceClass::machine_vision},   {"robot", SourceClass::machines},
    {"machine", SourceClass::machines},    {"plc", SourceClass::machines},          {"controller", SourceClass::machines},
    {"机床", SourceClass::machines},       {"机器人", SourceClass::machines},       {"控制器", SourceClass::machines},
    {"sensor", SourceClass::sensors},      {"meter", SourceClass::sensors},         {"传感", SourceClass::sensors},
    {"仪表", SourceClass::sensors},        {"handheld", SourceClass::terminals},    {"terminal", SourceClass::terminals},
    {"tablet", SourceClass::terminals},    {"终端", SourceClass::terminals},        {"平板", SourceClass::terminals},
};

}  // namespace

std::vector<Profile> profiles(const std::vector<ClassChange>& changes) {
  auto all = usual_profiles();
  for (const ClassChange& change : changes) {
    Profile& profile = all[static_cast<std::size_t>(change.source)];
    profile.destination = change.destination.value_or(profile.destination);
    profile.sample_bytes = change.sample_bytes.value_or(profile.sample_bytes);
    profile.samples_per_s = change.samples_per_s.value_or(profile.samples_per_s);
    profile.down_mbit_s = change.down_mbit_s.value_or(profile.down_mbit_s);
    profile.target_ms = change.target_ms.value_or(profile.target_ms);
    profile.processing_ms = change.processing_ms.value_or(profile.processing_ms);
    if (!change.service.empty()) profile.service = change.service;
    profile.basis = "set by the scenario, the rest as usual";
  }
  return all;
}

SourceClass class_of_element(std::string_view element) {
  std::string lower(element);
  std::transform(lower.begin(), lower.end(), lower.begin(), [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
  for (const Word& word : words) {
    if (lower.find(word.text) != std::string::npos) return word.source;
  }
  return SourceClass::other_elements;
}

}  // namespace parktwin::wired::traffic
