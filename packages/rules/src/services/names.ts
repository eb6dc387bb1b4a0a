/**
 * Services that give out keys, as they are written in names and hosts: small letters and digits, four or more. What is
 * a word of most code is left out, and what stands in every second address.
 */
export const serviceNames: readonly string[] = (
  '100ms 2c2p abacusai ablyapi abstractapi abstractemail abuseipdb abyssale accuweather acrcloud acuity ' +
  'adafruit adobe adroll adsbexchange adventofcode adyen adzuna aeroworkflow affinity africastalking ' +
  'agilecrm agora agoraapp ahrefs ai21 aikido airbrake airbyte aircall airnow airship airtable ' +
  'airvisual airwallex aisensy aiven akamai akeneo akeyless alchemy alchemyapi alconost alegra aletheia ' +
  'algolia algoliaadmin alibaba alicloud alienvault alipay aliyun allsports alphavantage amadeus amazon ' +
  'ambee amberdata amocrm ampeco amplitude anaplan anchorbrowser ankr anthropic anypoint anyrun ' +
  'anyscale apacta api2cart apideck apiflash apifonica apify apilayer apimatic apimetrics apininjas ' +
  'apiscience apitemplate apollo appcenter appcues appdynamics appfigures appfollow applitools applovin ' +
  'appointedd appoptics apprise appsflyer appsynergy apptivo appveyor appwrite aquasec arangodb ' +
  'arbiscan arduinocloud arize artifactory artsy asaas asana asanaclient aserto ashby asknews assembla ' +
  'assemblyai astronomer atera ateraapi atlassian attio audiomack auphonic auth0 authentik authorizenet ' +
  'authress authsignal authzed autodesk autoklose autopilot autotask autumnbilling avalara avaza ' +
  'aviationstack axonaut aylien ayrshare azure azuredevops azureopenai back4app backblaze backendless ' +
  'balena bambooci bamboohr bambora bannerbearapi baremetrics baseapi basecamp baselime baserow ' +
  'basescan baseten basiq bazaarvoice beamcloud beamer beebole beehiiv belvo benchling bentoml benzinga ' +
  'besnappy besttime betfair betterstack betteruptime beyondtrust bigbluebutton bigcommerce ' +
  'bigdatacloud bigmodel bigpanda billit billomat billplz binance birdeye bitbank bitbar bitbond ' +
  'bitbucket bitcoinaverage bitfinex bitflyer bitget bitgo bithumb bitly bitmex bitpanda bitquery ' +
  'bitrise bitstamp bittrex bitwarden blablabus blackbaud blandai blastapi blazemeter blitapp ' +
  'blockchair blockcypher blockfrost blocknative blogger bloomreach bluehost bluejeans bluemix bluesky ' +
  'bluesnap blynk bolthq bombbomb boostnote bootpay borgbase bottomline boxapp boxclient boxyhq ' +
  'braintree braintrust branchio brandfetch brandwatch brave bravesearch braze brevo brightcove ' +
  'brightdata brightlocal browserbase browserless browserstack browshot bscscan buddyns budibase ' +
  'bugcrowd bugherd bugsnag builderapi builderio buildkite bulbul bulksms bunnycdn bunnynet ' +
  'bunnystorage buttercms buymeacoffee bybit caflou calcom calendarific calendly callrail ' +
  'calltrackingmetrics calorieninja campaignmonitor campayn canva capsulecrm captaindata ' +
  'carboninterface cardconnect cartesia casdoor casetext cashapp cashboard cashfree caspio cdn77 celigo ' +
  'censusapi censys centralstationcrm cerbos cerebras cerebrium cexio chainalysis chainstack chargebee ' +
  'chargeblast chargify chartmogul chatbot chatfuel chatwoot checio checkly checkmarx checkoutapi ' +
  'checkoutcom checkr checkvist chirpstack chorusai cicero circleci civo clarifai clearbit clearml ' +
  'clearout clerk clevercloud clevertap clickhelp clickhouse clickmeter clicksend clickup clicky ' +
  'cliengo clientary climacell clinchpad clockify clockodo clockworksms clojars closecrm closeio ' +
  'cloud66 cloudamqp cloudant cloudbees cloudbet cloudconvert cloudelements cloudera cloudflare ' +
  'cloudimage cloudinary cloudmersive cloudns cloudobjectstorage cloudplan cloudsight cloudsmith ' +
  'cloudways cloverly cloze clubhouse clustdoc cockroach cockroachdb codaapi codacy codaio codeberg ' +
  'codeclimate codecov codefresh codeium codemagic codequiry coderabbit coderpad codesandbox codeship ' +
  'cognito cohere coinapi coinbase coincheck coingecko coinlayer coinlib coinmarketcap coinpayments ' +
  'coinspot collect2 comet cometml commandbar commercejs commercelayer commercetools companyhub ' +
  'composio configcat confluence confluent conjur constantcontact constellix contabo contentful ' +
  'contentsquare contentstack contextualai contextualweb conversiontools convertapi convertflow ' +
  'convertkit convier coolify copper coralogix coresignal coroot couchbase countly countrylayer courier ' +
  'covalenthq coveo coveralls coze craftmypdf cratesio crawlbase creatomate credly creem crewai ' +
  'crispchat criteo cronitor cronofy crossref crowdin crowdstrike crunchbase crustdata cryptocompare ' +
  'cryptopanic cryptoquant cubecloud currencycloud currencyfreaks currencylayer currencyscoop ' +
  'currentsapi customerguru customerio customgpt cyberark cybersource cybozu cypress cypressrecord ' +
  'd7network dacast dagster dailyapi dailyco dailymotion dandelion dappier daraja dareboost dashlane ' +
  'databento databox databricks datadog datadome dataforseo datagov dataiku datarobot datastax datocms ' +
  'daytona ddapi ddapp deadmanssnitch debounce deepai deepgram deepinfra deepseek deepsource deezer ' +
  'defectdojo dehashed delighted delinea demandbase demio dependencytrack deputy deribit descope desec ' +
  'detectify detectlanguage devcycle deviantart dexscreener dfuse dialpad diffbot diggernaut ' +
  'digitalocean digitaloceanspaces dingtalk directus discogs discord discordclient disqus ditto dlocal ' +
  'dnscheck dnsimple dnsmadeeasy dnspod dockerhub docparser docspring documentcloud documo docusign ' +
  'dodopayments doppler dotdigital dovico dreamhost dremio dronahq droneapi droneci dropbox dropboxapp ' +
  'dropboxsign dropcontact dubco duffel duneapi duosecurity duply dwolla dynadot dynalist dynamicxyz ' +
  'dynamsoft dynatrace dyspatch e2bdev eagleeye easybill easyinsight easypost easyship ebanx ebayapi ' +
  'ecobee ecostruxure ecwid edamam edenai edgedb edgio efipay eiaapi eightxeight elastic elasticemail ' +
  'electricsql elevenlabs eloqua emailable emailjs emailoctopus emailoversight enablex endorlabs ' +
  'engagespot env0 envato envoy envoyapi eodhd epicor equinix eraser errorception esignatures etherscan ' +
  'ethplorer etrade etsyapi eventbrite everbridge everhour evernote everypay exactonline exchangerate ' +
  'exchangerateapi exchangeratesapi exoscale exotel expensify explorium exportsdk extractorapi ezyvet ' +
  'faceplusplus fastforex fastly fastmail fastspring fathom fatsecret fauna fbapp featherless fedex ' +
  'feedier feedly feishu fetchrss fibery figma figshare filebase fileio filepicker filestack fillout ' +
  'finage financialmodelingprep findl finicity finnhub firebase firecrawl fireflies firehydrant ' +
  'fireworks fitbit fivetran fixer fixerio flagsmith flatfile flatio fleetbase fleetio flexport flickr ' +
  'flightapi flightaware flightlabs flightstats flowflu flowise flutterwave flydotio flyio fmfw ' +
  'fmpcloud followupboss formbucket formcarry formcraft formio formsite formspree formstack fortniteapi ' +
  'fortnox foursquare fractal frameio fredapi freeagent freemius freshbooks freshchat freshdesk ' +
  'freshping freshsales freshservice friendli frontapi frontapp frontegg ftmscan ftrack fulcrum ' +
  'fullcontact fullstory fusebill fusionauth fxmarket gainsight gandi garmin gateio gcore geckoboard ' +
  'geldata gemfury geminiapi gengo geoapify geocode geocodify geocodio geoipifi geotab getaccept ' +
  'getblock getemail getform getgeoapi getgist getresponse getsandbox getstream ghostcms gigachat ' +
  'gigalixir giphy gitea gitee gitguardian githubclient gitlab gitter gladia gladly glassnode glean ' +
  'glitchtip gnews gocanvas gocardless godaddy goodday googleai gorgias gotify gotomeeting gotowebinar ' +
  'grafana graphcms graphhopper gravitee greenhouse greip greptile greynoise groovehq groqapi groqcloud ' +
  'groundcover groupme growthbook gtmetrix guardian guardianapi guesty gumroad gupshup gusto gyazo ' +
  'hackerone hankoio happyscribe harnessapi harvestapp hashicorp hasura haveibeenpwned hcaptcha hcloud ' +
  'headscale healthchecks heapanalytics heatmapapi heightapp helcim helicone helius hellosign ' +
  'helpcrunch helpscout hereapi heremaps heroku hetzner hexdata heygen heyreach highlevel highlightio ' +
  'highnote hightouch hitbtc hiveage hivemq hmsapp holidayapi holistic homeassistant honeybadger ' +
  'honeycomb hootsuite hostaway hostinger hotjar html2pdf hubspot hubstaff huggingface huggingfacehub ' +
  'humanity humanloop hunterapi hunterio huobi hybiscus hybridanalysis hygraph hyperbrowser hyperdx ' +
  'hyperline hypertrack hyperwallet ibmcloud iconfinder ideogram iexapis iexcloud ifttt igdb iland ' +
  'imagekit imagga imgbb imgix imgur immuta impala imperva inboxsdk incidentio infermatic infisical ' +
  'influx influxdb infobip infomaniak infracost infura infusionsoft inkit inngest insightly insomnia ' +
  'instabot instagram instamojo instana instantdb instantly instapaper instatus integromat intelx ' +
  'interakt intercom interseller interswitch intra42 intrinio invoiced invoiceninja invoiceocean ionic ' +
  'ionoscloud ip2location ipapi ipay88 ipdata ipgeolocation ipify ipinfo ipinfodb ipqualityscore ' +
  'ipstack iterable ivanti iyzico izooto jenkins jetbrains jfrog jinaai jinaapi jiraapi jitsi jitsu ' +
  'jobber jobvite joesandbox jotform journy jsonbin jumpcloud jumpseller jupiterapi jupiterone jupyter ' +
  'juro justworks jwplayer kaggle kagi kairos kajabi kaleyra kanban kanbantool kandji karmacrm kasprapi ' +
  'kayako keenio keycdn keycloak keygen kickapi kickbox kinde kinsta kintone kinvey kiwitequila klarna ' +
  'klaviyo klingai klingapi klipfolio knapsack knapsackpro knowlarity kolide kontent korapay koyeb ' +
  'kraken kucoin kustomer kylas lacework lambdalabs lambdatest lancedb landbot langflow langfuse ' +
  'langsmith languagelayer languagetool langwatch laravel larkapp larksuite lastfm lastpass ' +
  'launchdarkly lazada ldclient leadfeeder leadpages leadsquared leakcheck leaseweb lemlist ' +
  'lemonsqueezy lendflow lessannoyingcrm lexigram lexoffice liblab lichess lightdash lightrail ' +
  'lightspeed limacharlie linearapp linearb linebot linechannel linemessaging linenotify linkedin ' +
  'linkpreview linode literalai liveagent liveblocks livechat livekit liveperson livestorm llamacloud ' +
  'llamaparse loadimpact loadmill locationiq logdna logflare loggly logicmonitor loginradius logrocket ' +
  'logtail logto logzio lokalise loopsso losant lovable loyverse luadns lumaai lunchmoney luno lusha ' +
  'macaddress madkudu magicbell magiclink magnetic mailboxlayer mailboxvalidator mailcheck mailchimp ' +
  'mailerlite mailerq mailersend mailfence mailgun mailjet mailmodo mailosaur mailpit mailsac mailtrap ' +
  'malwarebytes manageengine mandrill manychat mapbox mapillary mapmyindia mapquest mapquestapi ' +
  'maptiler marketaux marketingcloud marketo marketstack mastodon matomo matrixorg mattermost mavenlink ' +
  'maxmind meaningcloud mediastack medusajs meilisearch meistertask memberstack mendio meraki ' +
  'mercadolibre mercadopago mercury mergify mesibo messagebird messari messente metaapi metabase ' +
  'metaplane meteomatics meteostat metricool metrilo microcms midtrans milvus mindmeister minimax minio ' +
  'miro miroaccess mistral mistralai mixedbread mixmax mixpanel mobygames mockaroo modallabs moesif ' +
  'mojohelpdesk mollie mondaycom moneybird mongodb mongodbatlas monkeylearn monnify monzo moonclerk ' +
  'moonshot moosend moralis moxtra mozscape mpesa mrticktock msg91 mulesoft musixmatch muxapi ' +
  'myfreshworks myintervals namecheap namecom nameisp namesilo nanonets nansen nasaapi nasdaq ' +
  'nasdaqdatalink nationbuilder neo4j neondb nessus nestapi netbird netcup netdata nethunt netlify ' +
  'netsuite neutrino neutrinoapi neverbounce newrelic newsapi newscatcher newsdata nexmo nextcloud ' +
  'nexusrepo nftport nftstorage ngrok nhost nicereply nightfall nimble nitro nocodb nomicai nordigen ' +
  'northflank nostr noticeable notionapi novita nozbe nsone nuclino nuget numlookup numverify ' +
  'nutritionix nuvemshop nvidia nylas nytimes oanda octoai octopus ohdear okex okta ollama omdb ' +
  'omnisend onedesk onehub onelogin onepagecrm onesignal onfido onfinality onfleet oopspam opencage ' +
  'opencagedata opencollective opencti openexchangerates openfga openmeter openobserve openpanel ' +
  'openphone openproject openrouter openrouteservice openshift opensky opentok openuv openvpn ' +
  'openweather openweathermap opsgenie optimizely optimove oracledb orama orbbilling ordergroove orshot ' +
  'ortto oryhydra osohq otxapi ouraring outbrain outscraper outsystems overloop ovhcloud owlbot ' +
  'owlracle oxylabs packagecloud packagist paddle pagarme pagerduty pagertree pagseguro pandadoc ' +
  'pandascore paperform paperspace papertrail paralleldots parsehub parseur particle particleaccess ' +
  'partnerstack paseto passageid pastebin patreon patronus paycom paydirtapp payfast payhere payloadcms ' +
  'paylocity paymo paymoapp paymongo payoneer paypal paystack paytm paytr paytrace pcloud pdfco ' +
  'pdflayer pdfshift pendo peopledatalabs pepipost percy perigon permitio perplexity personio pesapal ' +
  'petfinder pexels pganalyze phemex photoroom phraseapp pikalabs pinecone pingdom pinterest pipedream ' +
  'pipedrive pipefy pirateweather pirsch pivotaltracker piwik pixabay plaid plainapi planetscale ' +
  'planhat planviewleankit planyo platformsh playfab playht plesk plivo plunk pocketapi pocketbase ' +
  'podio poeditor polarflow polarsh pollsapi poloniex polygon polygonio polygonscan polymarket pomerium ' +
  'porkbun portainer porterdev portkey positionstack postageapp postbacks postcoder posthog postman ' +
  'postmark powersync powrbot predibase prefect prerender prestashop pricefx printful printify prismic ' +
  'privyio prodigi prodpad productboard productiv prometeo promptlayer proofpoint propelauth ' +
  'prospectcrm protocolsio proxmox proxycrawl proxycurl ptvgroup publer pubmatic pubnub pulumi ' +
  'purestake purpleair pushbullet pushengage pusher pushover pushwoosh pypi qase qdrant qonto qovery ' +
  'quaderno quadpay qualaroo qualtrics qualys quandl quayio qubole quickbase quickbooks quicknode ' +
  'quicksight rabbitmq rackspace rage4 ragie railsmaster railwayapp rainforestapi rakuten rancher ' +
  'rapid7 rapidapi raven rawg raygun razorpay reachmail readwise rebrandly rechargepayments ' +
  'recordedfuture recurly redash reddit redirectpizza redmine refiner remitly remoteok rentman ' +
  'repairshopr replicate replit replyio requestfinance rescuegroups rescuetime resend resmush respondio ' +
  'restpack retellai retellapi revai revampcrm revenuecat reverb revolut rimeai ringcentral riotgames ' +
  'rippling ritekit roaring robinhood rocketchat rocketreach rockset roistat rollbar rollbaraccess ' +
  'rootly rossum route4me rownd rubygems rudderstack runpod runrunit runscope runwayml sabre ' +
  'safetyculture sailthru salad saladcloud saleor salesblink salescookie salesflare salesforce ' +
  'salesloft salesmate saltedge sambanova samsara sanity sap4hana satismeter sauceaccess saucelabs ' +
  'scaleapi scalegrid scalekit scaleserp scaleway scalingo scalr schematichq schwab scoutapm scrapeowl ' +
  'scraperapi scraperbox scrapestack scrapfly scrapin scrapingant scrapingbee scrapingdog screenshotapi ' +
  'screenshotlayer screenshotone scripbox scrutinizer scrutinizerci seatable seatgeek sectigo ' +
  'securitytrails segmentapi selectpdf sellsy semaphore semaphoreci sematext semgrep semrush sendbird ' +
  'sendcloud sendgrid sendinblue sendlayer sendowl sendpulse sentinelone sentry serpapi serper ' +
  'serphouse serpstack servicenow settlemint sevalla sevdesk sharefile shazam sheety sherpadesk shipday ' +
  'shipengine shippo shiprocket shipstation shodan shopee shopify shoplazada shoprenter shopware ' +
  'shortcut shortio shotstack shutterstock sidekiq sigmacomputing signable signalfx signalwire ' +
  'signaturit signnow signoz signupgenius sigopt siliconflow simfin similarweb simpleanalytics ' +
  'simplelocalize simplesat simplybook simplynoted simvoly sinch singlestore sirv siteleaf skrapp ' +
  'skrappio skybiometry skylight skyscanner slack slacksigning slicktext smartbear smartcar smarthr ' +
  'smartleadai smartling smartlook smartproxy smartrecruiters smartsheet smartthings smartystreets ' +
  'smooch sms77 smsapi smsglobal smtp2go snapchat snipcart snov snowflake snowtrace snyk socketdev ' +
  'socure sofort softlayer solarwinds solscan sonarapi sonarcloud sonarqube sonatype songkick ' +
  'soundcloud sourcegraph spacelift sparkpost speakeasy spectralops speechify speechmatics speechtext ' +
  'splitapi splitio splunk spoonacular sportmonks sportsmonk spotify spotinst springserve sprinklr ' +
  'squadcast squadco squarespace sslmate ssoready stability stackblitz stackhawk stackoverflow ' +
  'stackpath stadiamaps starlingbank statsd statsig statuscake statuspage statuspal steamapi ' +
  'steampowered steamwebapi steeldev stitchdata stitchmoney stockdata storecove storj stormboard ' +
  'stormglass stormpath storyblok storychief strapi strava streak streamlabs stripe stripo strongdm ' +
  'stytch subscan substack sugester suitecrm sumologic sumsub supabase superchat supermaven supernotes ' +
  'supertokens surfshark surrealdb surveyanyplace surveybot surveymonkey surveysparrow survicate swell ' +
  'swiftype symbl syncfusion synthesia synthflow sysdig tableau tabnine taboola tailscale talend ' +
  'talentlms talkwalker tallyfy tallyso tatumio tavily tavus tawkto taxjar teachable teamcity teamgate ' +
  'teamviewer teamwork technicalanalysis technicalanalysisapi tefter telegram telesign teletype telnyx ' +
  'temporal tenable tencent termii terraformcloud testingbot testrail text2data textlocal textmagic ' +
  'thegraph thehive themoviedb theoddsapi thethingsnetwork thetvdb thingsboard thingspeak thinkific ' +
  'thoughtspot thousandeyes threadsapi threatconnect threatstack thunderforest thunderstore thycotic ' +
  'ticketleap ticketmaster tickettailor ticktick tidbcloud tidio tiendanube tiingo tiktok timecamp ' +
  'timekit timescale timetastic timezoneapi timezonedb tineswebhook tinkapi tinybird tmdb tmetric ' +
  'todoist togetherai toggl toggltrack tokeet tolgee tomorrowio tomtom toyyibpay traceloop trackjs ' +
  'tradegecko tradier tradingview traktapi transferwise transifex transistorfm transloadit ' +
  'travelpayouts travelport travisci treblle trello trendmicro trengo tripadvisor triplit truelayer ' +
  'truenas trufflehog trulioo trustpilot trychroma tryton ttnmapper tumblr turbopuffer turso tuya tvdb ' +
  'twelvedata twelvelabs twilio twingate twitch twitter tyntec typeform typesense typetalk uberall ' +
  'ubidots uclassify udemy unbounce unifyid unkey unleash unplugg unsplash upcdatabase upcloud upguard ' +
  'uplead uploadcare uploadthing upstage upstash upsun uptimekuma uptimerobot upwave upwork ' +
  'urbanairship urlbox urlscan usabilla useplunk userflow userfront userlist userpilot usersnap ' +
  'userstack uservoice vagaro vagrantcloud valispace valtown valueserp vastai vatlayer vbout vectara ' +
  'veracode vercel verifalia verimail veriphone verizon versioneye viator viber victorops viewneo vimeo ' +
  'virtru virustotal visualcrossing vkontakte voiceflow voicegain volcengine vonage voodoosms vouchery ' +
  'voyageai voyageapi vpnapi vtex vultr vyte wachete wakatime walkscore walmart wandb wappalyzer wazuh ' +
  'weatherapi weatherbit weatherstack weaviate web3auth web3storage webex webflow weblate webpurify ' +
  'webpushr webscraper webscraping websitepulse wecom wellsaid wepay what3words whatcms whatsapp ' +
  'whereby wherebytel whitesource whoxy windsurf winsms wiseapi wistia withings wizclient wizio wolfram ' +
  'wolframalpha woocommerce woodpecker woopra wootric wordnik workable workato workday workfront workos ' +
  'worksnaps workstack worldcoinindex worldpay worldweather wpengine wrike wufoo wundergraph xata ' +
  'xendit xero xeroclient xmatters yandex yapily yelp yodlee yotpo youneedabudget yousign youtrack ' +
  'youtube yugabyte zadarma zalando zapier zapsign zeabur zegocloud zendesk zenhub zenkit zenrows ' +
  'zenscrape zenserp zenvia zepai zeplin zerobounce zeromq zerotier zesty zhipu zilliz zipapi zipbooks ' +
  'zipcloud zipcodeapi zipcodebase zitadel zoho zonkafeedback zoomapi zoomclient zoominfo zulip zuora ' +
  'zuplo zylalabs zyte'
).split(' ')
