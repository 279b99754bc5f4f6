#!/usr/bin/env python3
"""Counts and areas of the Jurong Island case, worked out with shapely and pyproj from the published layers. Prints one JSON document."""
import json
import pathlib
import sys

import pyproj
import shapely
from shapely.geometry import shape
from shapely.ops import transform, unary_union

folder = pathlib.Path(sys.argv[1])
to_metres = pyproj.Transformer.from_crs("EPSG:4326", "EPSG:3414", always_xy=True).transform


def features(name):
    document = json.loads((folder / name).read_text())
    return [(transform(to_metres, shape(f["geometry"])), f["properties"]) for f in document["features"]]


lots = features("lots.geojson")
buildings = features("buildings.geojson")
roads = features("roads.geojson")
owners = {(p.get("owner") or "").strip() for _, p in lots} - {"", "unknown", "unregistered", "public"}
road_areas = [line.buffer(12.0, 8) for line, _ in roads]
park = unary_union([g.buffer(0) for g, _ in lots] + road_areas).buffer(40.0, 8).buffer(-40.0, 8)

by_id = {}
for index, (_, properties) in enumerate(lots):
    by_id.setdefault(properties.get("lot_id"), []).append(index)


def owner_of(footprint, properties):
    named = by_id.get(properties.get("lot_id"), []) if properties.get("lot_id") else []
    if len(named) == 1:
        return (lots[named[0]][1].get("owner") or "").strip()
    for lot, lot_properties in lots:
        if lot.buffer(0).contains(footprint.centroid):
            return (lot_properties.get("owner") or "").strip()
    return ""


print(json.dumps({
    "enterprises": len(owners),
    "parcels": len(lots),
    "buildings": len(buildings),
    "roads": len(roads),
    "buildings_with_enterprise": sum(owner_of(g, p) in owners for g, p in buildings),
    "parcel_area_m2": sum(g.buffer(0).area for g, _ in lots),
    "building_area_m2": sum(g.buffer(0).area for g, _ in buildings),
    "road_area_m2": unary_union(road_areas).area,
    "road_length_m": sum(g.length for g, _ in roads),
    "park_area_m2": park.area,
}))
