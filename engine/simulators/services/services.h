#pragma once
// Shared services as the inventory records them: networked scenarios in operation, enterprises that the park's network, platform and
// shared services serve, and the wireless bearers of connected production elements. A day of identifier resolution and a year of shared
// resources, shared and separate, are simulated in resolution.h and pooling/pooling.h.
#include <vector>

#include "engine/core/note.h"
#include "engine/park/park.h"
#include "engine/simulators/services/pooling/pooling.h"
#include "engine/simulators/services/resolution.h"

namespace parktwin::services {

struct Options {
  bool count_other_scenarios = true;  ///< scenarios besides the six named ones count too
  ResolutionOptions identifiers;
  pooling::Options pooling;
};

template <class Visitor, DescribedAs<Options> Self>
void describe(Visitor&& visit, Self& options) {
  visit(Field{"count_other_scenarios", "", "scenarios besides the six named ones count too"}, options.count_other_scenarios);
  visit(Field{"identifiers", "", "identifier resolution"}, options.identifiers);
  visit(Field{"pooling", "", "shared resources, shared and separate"}, options.pooling);
}

/// How one enterprise is served.
struct EnterpriseService {
  Id<Enterprise> enterprise;
  bool park_network = false;
  bool park_platform = false;
  std::int32_t shared_services = 0;  ///< deployed shared services it uses
};

template <class Visitor, DescribedAs<EnterpriseService> Self>
void describe(Visitor&& visit, Self& service) {
  visit(Field{"enterprise", "", "enterprise"}, service.enterprise);
  visit(Field{"park_network", "", "uses the park's network"}, service.park_network);
  visit(Field{"park_platform", "", "uses the park's platform"}, service.park_platform);
  visit(Field{"shared_services", "", "deployed shared services it uses"}, service.shared_services);
}

/// Connected production elements of one enterprise (5G全连接工厂, 无线联网率).
struct EnterpriseAssets {
  Id<Enterprise> enterprise;
  std::int64_t elements = 0;
  std::int64_t wireless_elements = 0;
  std::int64_t nr_elements = 0;
};

template <class Visitor, DescribedAs<EnterpriseAssets> Self>
void describe(Visitor&& visit, Self& assets) {
  visit(Field{"enterprise", "", "enterprise"}, assets.enterprise);
  visit(Field{"elements", "", "connected elements"}, assets.elements);
  visit(Field{"wireless_elements", "", "of them over any wireless bearer"}, assets.wireless_elements);
  visit(Field{"nr_elements", "", "of them over 5G"}, assets.nr_elements);
}

struct Result {
  std::vector<EnterpriseService> enterprises;  ///< in the order of the table
  std::vector<EnterpriseAssets> assets;        ///< enterprises with connected assets, in the order of the table
  std::int32_t scenarios_deployed = 0;         ///< distinct kinds of named scenarios, plus others when counted
  std::int32_t enterprises_served = 0;         ///< by the park's network or platform
  std::int32_t enterprises_using_shared_services = 0;
  Resolution identifiers;
  pooling::Result pooling;
  std::vector<Note> notes;
};

template <class Visitor, DescribedAs<Result> Self>
void describe(Visitor&& visit, Self& result) {
  visit(Field{"enterprises", "", "services per enterprise"}, result.enterprises);
  visit(Field{"assets", "", "connected assets per enterprise"}, result.assets);
  visit(Field{"scenarios_deployed", "", "networked scenarios in operation"}, result.scenarios_deployed);
  visit(Field{"enterprises_served", "", "enterprises using the park's network or platform"}, result.enterprises_served);
  visit(Field{"enterprises_using_shared_services", "", "enterprises using a deployed shared service"},
        result.enterprises_using_shared_services);
  visit(Field{"identifiers", "", "identifier resolution"}, result.identifiers);
  visit(Field{"pooling", "", "shared resources, shared and separate"}, result.pooling);
  visit(Field{"notes", "", "what a reader should know"}, result.notes);
}

[[nodiscard]] Result simulate(const Park& park, const Options& options, std::uint64_t seed);

}  // namespace parktwin::services
