#pragma once
// The wired network: core routers and services in the data centre, aggregation rings along the arterials, passive optical and direct fibre
// access to enterprises, industrial switches in plants, public Wi-Fi, backhaul of the 5G sites.
#include "importers/synthetic/network_draft.h"
#include "importers/synthetic/places.h"

namespace parktwin::importers::synthetic {

/// Aggregation cabinets with the line terminals beside them.
struct Backbone {
  std::vector<Id<NetworkNode>> switches;
  std::vector<Id<NetworkNode>> line_terminals;
  Id<NetworkNode> data_centre_switch;
};

[[nodiscard]] Backbone lay_backbone(NetworkDraft& network, const Places& places);
/// Index of the aggregation switch with the shortest way along the streets.
[[nodiscard]] std::size_t nearest_switch(NetworkDraft& network, const Backbone& backbone, RouteGraph::Vertex vertex);

/// Access node per enterprise (few have none: new arrivals), with a few deliberate weak points.
void connect_enterprises(NetworkDraft& network, const Backbone& backbone, const Places& places);
/// Industrial switches, end stations and edge servers of the largest plants.
void equip_plants(NetworkDraft& network);
/// Wi-Fi in squares, car parks, pocket parks and public buildings.
void connect_public_areas(NetworkDraft& network, const Backbone& backbone, const Places& places);
/// A radio unit per site; fills the sites' backhaul.
void connect_sites(NetworkDraft& network, const Backbone& backbone, const Places& places, const std::vector<SitePlan>& plans,
                   std::vector<RadioSite>& sites);
/// Old equipment without IPv6.
void keep_old_equipment(NetworkDraft& network);
/// Transceivers of the backbone, second feeders of splitters, production on passive optical networks in plants, and a few optical faults.
void fit_optics(NetworkDraft& network, const Backbone& backbone);

}  // namespace parktwin::importers::synthetic
