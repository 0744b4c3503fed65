# syntax=docker/dockerfile:1

# The front end: TypeScript modules, style sheet and offline base map.
FROM node:20-bookworm-slim AS assets
WORKDIR /src/wwwroot-assets
COPY wwwroot-assets/package.json wwwroot-assets/package-lock.json ./
RUN npm ci --no-audit --no-fund
COPY wwwroot-assets/ ./
RUN node build.mjs /dist

FROM mcr.microsoft.com/dotnet/sdk:10.0 AS build
WORKDIR /src
COPY global.json Directory.Build.props Directory.Packages.props .editorconfig .globalconfig BannedSymbols.txt ./
COPY Sensoro.Domain/Sensoro.Domain.csproj Sensoro.Domain/packages.lock.json Sensoro.Domain/
COPY Sensoro.Simulator/Sensoro.Simulator.csproj Sensoro.Simulator/packages.lock.json Sensoro.Simulator/
COPY Sensoro.Dashboard/Sensoro.Dashboard.csproj Sensoro.Dashboard/packages.lock.json Sensoro.Dashboard/ClientAssets.targets Sensoro.Dashboard/
RUN dotnet restore Sensoro.Dashboard --locked-mode
COPY Sensoro.Domain/ Sensoro.Domain/
COPY Sensoro.Simulator/ Sensoro.Simulator/
COPY Sensoro.Dashboard/ Sensoro.Dashboard/
COPY --from=assets /dist Sensoro.Dashboard/wwwroot/dist
RUN dotnet publish Sensoro.Dashboard --no-restore -c Release -o /app -p:SkipClientAssets=true

FROM mcr.microsoft.com/dotnet/aspnet:10.0
RUN apt-get update \
    && apt-get install -y --no-install-recommends curl \
    && rm -rf /var/lib/apt/lists/* \
    && mkdir /data && chown app:app /data
WORKDIR /app
COPY --from=build /app ./

# Only /data is written: run the container with a read-only root file system and a volume there.
ENV Urls=http://0.0.0.0:8080 \
    ASPNETCORE_HTTP_PORTS= \
    DOTNET_EnableDiagnostics=0 \
    TMPDIR=/data
VOLUME /data
EXPOSE 8080
USER app
HEALTHCHECK --interval=15s --timeout=5s --start-period=20s CMD curl -fsS http://127.0.0.1:8080/health/ready || exit 1
ENTRYPOINT ["dotnet", "Sensoro.Dashboard.dll"]
