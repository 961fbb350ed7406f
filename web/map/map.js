// The map of incidents: Natural Earth's countries below, incidents above, nothing from any network. A place that is known
// exactly is a dot, and dots that lie close are one circle with their number; a district or a province is an area.
import { Map as Chart, NavigationControl, Popup, setWorkerUrl } from "maplibre-gl";
import { feature, mesh } from "topojson-client";

const box = document.getElementById("map");
const dark = matchMedia("(prefers-color-scheme: dark)").matches;
const ink = dark
  ? { sea: "#101a20", land: "#222b30", border: "#3c484f", dot: "#74c3de", bad: "#f5a9b4", text: "#14181b", name: "#a3acb2" }
  : { sea: "#e4edf1", land: "#fbfaf6", border: "#c9c4b6", dot: "#0b5a75", bad: "#8f1d33", text: "#ffffff", name: "#5b646b" };

// Radius in kilometres of what is known no better than to a district, a province, and so on.
const reach = { district: 12, province: 50, region: 120, country: 200 };

const collection = (features) => ({ type: "FeatureCollection", features });

// around returns a circle on the globe as a polygon.
function around(lon, lat, km) {
  const ring = [];
  for (let i = 0; i <= 48; i++) {
    const a = (i / 48) * 2 * Math.PI;
    ring.push([lon + (km / 111.32 / Math.cos((lat * Math.PI) / 180)) * Math.cos(a), lat + (km / 110.57) * Math.sin(a)]);
  }
  return { type: "Polygon", coordinates: [ring] };
}

function split(points) {
  const dots = [], areas = new Map();
  for (const p of points) {
    if (!reach[p.precision]) {
      dots.push({ type: "Feature", geometry: { type: "Point", coordinates: [p.lon, p.lat] }, properties: { ...p, bad: p.agreement === "contradict" ? 1 : 0 } });
      continue;
    }
    const key = `${p.lon} ${p.lat} ${p.precision}`;
    const area = areas.get(key) ?? { type: "Feature", geometry: around(p.lon, p.lat, reach[p.precision]), properties: { place: p.place, count: 0, precision: p.precision } };
    area.properties.count++;
    areas.set(key, area);
  }
  return { dots: collection(dots), areas: collection([...areas.values()].sort((a, b) => reach[b.properties.precision] - reach[a.properties.precision])) };
}

// named returns each country's name at the middle of its largest part.
function named(countries) {
  return countries.features.map(({ geometry, properties }) => {
    const parts = geometry.type === "Polygon" ? [geometry.coordinates] : geometry.coordinates;
    const boxes = parts.map(([ring]) => ring.reduce(([w, s, e, n], [x, y]) => [Math.min(w, x), Math.min(s, y), Math.max(e, x), Math.max(n, y)], [180, 90, -180, -90]));
    const [w, s, e, n] = boxes.reduce((a, b) => ((b[2] - b[0]) * (b[3] - b[1]) > (a[2] - a[0]) * (a[3] - a[1]) ? b : a));
    return { type: "Feature", geometry: { type: "Point", coordinates: [(w + e) / 2, (s + n) / 2] }, properties };
  });
}

function style(world, { dots, areas }) {
  const countries = feature(world, world.objects.countries);
  return {
    version: 8,
    sources: {
      land: { type: "geojson", data: countries },
      names: { type: "geojson", data: collection(named(countries)) },
      borders: { type: "geojson", data: mesh(world, world.objects.countries) },
      areas: { type: "geojson", data: areas },
      dots: { type: "geojson", data: dots, cluster: true, clusterRadius: 40, clusterMaxZoom: 11, clusterProperties: { bad: ["+", ["get", "bad"]] } },
    },
    layers: [
      { id: "sea", type: "background", paint: { "background-color": ink.sea } },
      { id: "land", type: "fill", source: "land", paint: { "fill-color": ink.land } },
      { id: "borders", type: "line", source: "borders", paint: { "line-color": ink.border, "line-width": 1 } },
      { id: "names", type: "symbol", source: "names", maxzoom: 8, layout: { "text-field": ["get", "name"], "text-size": 12 }, paint: { "text-color": ink.name, "text-halo-color": ink.land, "text-halo-width": 1 } },
      { id: "areas", type: "fill", source: "areas", paint: { "fill-color": ink.dot, "fill-opacity": 0.12 } },
      { id: "edges", type: "line", source: "areas", paint: { "line-color": ink.dot, "line-dasharray": [3, 2], "line-opacity": 0.7 } },
      { id: "many", type: "circle", source: "dots", filter: ["has", "point_count"], paint: {
        "circle-color": ["case", [">", ["get", "bad"], 0], ink.bad, ink.dot], "circle-opacity": 0.9,
        "circle-radius": ["interpolate", ["linear"], ["log10", ["get", "point_count"]], 0, 11, 5, 40] } },
      { id: "number", type: "symbol", source: "dots", filter: ["has", "point_count"], layout: {
        "text-field": ["get", "point_count_abbreviated"], "text-size": 12, "text-allow-overlap": true }, paint: { "text-color": ink.text } },
      { id: "one", type: "circle", source: "dots", filter: ["!", ["has", "point_count"]], paint: {
        "circle-color": ["case", ["==", ["get", "bad"], 1], ink.bad, ink.dot], "circle-stroke-color": ink.land, "circle-stroke-width": 1.5,
        "circle-radius": ["interpolate", ["linear"], ["sqrt", ["get", "toll"]], 0, 5, 20, 16] } },
    ],
  };
}

// told lists incidents in a popup; everything in it is text, never markup.
function told(incidents) {
  const list = document.createElement("ul");
  for (const p of incidents) {
    const link = document.createElement("a");
    link.href = "/incidents/" + encodeURIComponent(p.id);
    link.textContent = `${p.title} · ${p.place} · ${p.from}`;
    const line = document.createElement("li");
    line.append(link);
    list.append(line);
  }
  return list;
}

// within is the part of the globe that the map shows, as the filter takes it.
function within(chart) {
  const b = chart.getBounds();
  return [b.getWest(), b.getSouth(), b.getEast(), b.getNorth()].map((x) => x.toFixed(3)).join(",");
}

async function draw() {
  const [world, points] = await Promise.all([box.dataset.world, box.dataset.points].map((url) => fetch(url).then((r) => r.json())));
  if (points.length === 0) return;
  setWorkerUrl(new URL(box.dataset.worker, location.href).href);
  const bounds = points.reduce(([w, s, e, n], p) => [Math.min(w, p.lon), Math.min(s, p.lat), Math.max(e, p.lon), Math.max(n, p.lat)], [180, 90, -180, -90]);
  box.hidden = false;
  const chart = new Chart({ container: box, style: style(world, split(points)), bounds, fitBoundsOptions: { padding: 60, maxZoom: 6 },
    attributionControl: { compact: false, customAttribution: "Natural Earth" }, dragRotate: false, pitchWithRotate: false });
  chart.addControl(new NavigationControl({ showCompass: false }));
  chart.on("click", "many", async (event) => {
    const [cluster] = event.features;
    const source = chart.getSource("dots");
    const zoom = await source.getClusterExpansionZoom(cluster.properties.cluster_id);
    if (zoom <= 11) return chart.easeTo({ center: cluster.geometry.coordinates, zoom });
    const leaves = await source.getClusterLeaves(cluster.properties.cluster_id, 12, 0);
    new Popup().setLngLat(cluster.geometry.coordinates).setDOMContent(told(leaves.map((l) => l.properties))).addTo(chart);
  });
  chart.on("click", "one", (event) => {
    new Popup().setLngLat(event.features[0].geometry.coordinates).setDOMContent(told(event.features.map((f) => f.properties))).addTo(chart);
  });
  chart.on("click", "areas", (event) => {
    if (chart.queryRenderedFeatures(event.point, { layers: ["one", "many"] }).length) return;
    const link = document.createElement("a");
    link.href = "/incidents?place=" + encodeURIComponent(event.features[0].properties.place);
    link.textContent = `${event.features[0].properties.place} (${event.features[0].properties.count})`;
    new Popup().setLngLat(event.lngLat).setDOMContent(link).addTo(chart);
  });
  const here = document.getElementById("within");
  const follow = () => {
    if (!here) return;
    const url = new URL(here.href);
    url.searchParams.set("bounds", within(chart));
    here.href = url;
    here.hidden = false;
  };
  chart.on("moveend", follow);
  chart.once("idle", () => {
    follow();
    box.dataset.drawn = "yes";
  });
}

draw();
