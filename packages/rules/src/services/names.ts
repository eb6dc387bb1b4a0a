/**
 * Services that give out keys, as they are written in names and hosts: small letters and digits, four or more. What is
 * a word of most code is left out, and what stands in every second address.
 */
export const serviceNames: readonly string[] = (
  'abacusai ablyapi abstractapi abuseipdb abyssale accuweather acuity adafruit adobe adroll ' +
  'adventofcode adyen adzuna aeroworkflow affinity agilecrm agora agoraapp ahrefs ai21 aikido airbrake ' +
  'airbyte aircall airship airtable airvisual airwallex aiven akamai akeneo akeyless alchemy alchemyapi ' +
  'alconost alegra aletheia algolia algoliaadmin alibaba alicloud alipay aliyun allsports alphavantage ' +
  'amadeus amazon ambee amberdata amocrm ampeco amplitude anaplan anthropic anypoint anyscale apacta ' +
  'api2cart apideck apiflash apifonica apify apilayer apimatic apimetrics apiscience apitemplate apollo ' +
  'appcues appdynamics appfigures appfollow applitools applovin appointedd appoptics appsflyer ' +
  'appsynergy apptivo appveyor appwrite arangodb arbiscan arize artifactory artsy asaas asana ' +
  'asanaclient ashby asknews assembla assemblyai astronomer atera ateraapi atlassian attio auphonic ' +
  'auth0 authentik authress authzed autodesk autoklose autopilot autotask avalara avaza aviationstack ' +
  'axonaut aylien ayrshare azure azuredevops azureopenai backblaze bamboohr bambora baremetrics baseapi ' +
  'basecamp basescan baseten basiq bazaarvoice beamer beebole beehiiv benchling bentoml besnappy ' +
  'besttime betfair betterstack betteruptime bigcommerce bigdatacloud bigmodel bigpanda billomat ' +
  'binance bitbar bitbond bitbucket bitcoinaverage bitfinex bitgo bitly bitmex bitpanda bitrise ' +
  'bitstamp bitwarden blablabus blackbaud blazemeter blitapp blockchair blockcypher blockfrost ' +
  'blocknative blogger bloomreach bluehost bluejeans bluemix bluesky bluesnap blynk bombbomb boostnote ' +
  'bootpay borgbase bottomline boxapp boxclient braintree braintrust branchio brandfetch brandwatch ' +
  'brave bravesearch braze brevo brightcove brightdata brightlocal browserbase browserless browserstack ' +
  'browshot bscscan buddyns budibase bugcrowd bugherd bugsnag builderio buildkite bulbul bulksms ' +
  'bunnycdn buttercms buymeacoffee caflou calendarific calendly callrail calltrackingmetrics ' +
  'calorieninja campaignmonitor campayn canva capsulecrm captaindata carboninterface cartesia casetext ' +
  'cashapp cashboard cashfree caspio celigo censys centralstationcrm cerebras cexio chainalysis ' +
  'chainstack chargebee chargify chartmogul chatbot chatfuel chatwoot checio checkly checkoutcom checkr ' +
  'checkvist cicero circleci civo clarifai clearbit clearml clearout clerk clevertap clickhelp ' +
  'clickhouse clickmeter clicksend clickup clicky cliengo clientary clinchpad clockify clockodo ' +
  'clockworksms clojars closeio cloud66 cloudamqp cloudant cloudbees cloudbet cloudconvert ' +
  'cloudelements cloudera cloudflare cloudimage cloudinary cloudmersive cloudobjectstorage cloudplan ' +
  'cloudsight cloudsmith cloudways cloverly cloze clubhouse clustdoc cockroachdb codaapi codacy ' +
  'codeberg codeclimate codecov codefresh codemagic codequiry coderabbit coderpad codesandbox codeship ' +
  'cognito cohere coinapi coinbase coingecko coinlayer coinlib coinmarketcap coinpayments coinspot ' +
  'collect2 comet cometml commandbar commercejs commercetools companyhub composio configcat confluence ' +
  'confluent conjur constantcontact contentful contentsquare contentstack conversiontools convertapi ' +
  'convertkit convier coolify copper coralogix couchbase countrylayer courier covalenthq coveo ' +
  'coveralls coze craftmypdf cratesio credly criteo cronitor cronofy crossref crowdin crowdstrike ' +
  'crunchbase cryptocompare cryptopanic currencycloud currencyfreaks currencylayer currencyscoop ' +
  'currentsapi customerguru customerio customgpt cyberark cybersource cybozu cypress cypressrecord ' +
  'd7network dacast dagster dailyco dailymotion dandelion dappier dareboost dashlane databento databox ' +
  'databricks datadog datadome dataforseo datagov dataiku datarobot datastax ddapi ddapp deadmanssnitch ' +
  'debounce deepai deepgram deepseek defectdojo delighted demandbase demio dependencytrack deputy ' +
  'deribit descope detectify detectlanguage devcycle deviantart dfuse dialpad diffbot ' +
  'diggernaut digitalocean digitaloceanspaces dingtalk directus discord discordclient disqus ditto ' +
  'dlocal dnscheck dnsimple dnsmadeeasy dockerhub docparser docspring documentcloud documo docusign ' +
  'doppler dotdigital dovico dreamhost dremio dronahq droneci dropbox dropboxapp dropboxsign ' +
  'dropcontact dubco duffel duosecurity duply dwolla dynadot dynalist dynamsoft dynatrace dyspatch ' +
  'eagleeye easybill easyinsight easypost easyship ecostruxure ecwid edamam edenai eightxeight elastic ' +
  'elasticemail elevenlabs eloqua emailable emailjs emailoctopus enablex endorlabs env0 envato envoy ' +
  'envoyapi epicor equinix eraser esignatures etherscan ethplorer eventbrite everbridge everhour ' +
  'everypay exchangerate exchangerateapi exchangeratesapi exoscale exotel expensify explorium exportsdk ' +
  'extractorapi ezyvet faceplusplus fastforex fastly fastmail fastspring fathom fauna fbapp fedex ' +
  'feedier feedly feishu fetchrss fibery figma figshare fileio filepicker filestack finage ' +
  'financialmodelingprep findl finicity finnhub firebase firecrawl fireflies firehydrant fireworks ' +
  'fivetran fixer fixerio flagsmith flatfile flatio fleetbase fleetio flexport flickr flightapi ' +
  'flightlabs flightstats flowflu flowise flutterwave flyio fmfw followupboss formbucket formcraft ' +
  'formio formsite formstack fortnox foursquare fractal frameio freeagent freemius freshbooks freshchat ' +
  'freshdesk freshping freshsales freshservice friendli frontapp frontegg ftmscan ftrack fulcrum ' +
  'fullcontact fullstory fusebill fusionauth fxmarket gainsight gandi geckoboard gengo geoapify geocode ' +
  'geocodify geocodio geoipifi getaccept getemail getgeoapi getgist getresponse getsandbox getstream ' +
  'gigachat giphy gitea gitee gitguardian githubclient gitlab gitter gladly glassnode glean gocanvas ' +
  'gocardless godaddy goodday googleai gorgias gotomeeting gotowebinar grafana graphcms graphhopper ' +
  'gravitee greenhouse greip greynoise groovehq groupme gtmetrix guardian guardianapi guesty gumroad ' +
  'gusto gyazo hackerone happyscribe hashicorp hasura hcaptcha hcloud healthchecks heatmapapi helicone ' +
  'hellosign helpcrunch helpscout hereapi heremaps heroku hetzner heyreach highlevel highnote hightouch ' +
  'hiveage hivemq holidayapi holistic honeybadger honeycomb hootsuite hostaway hotjar html2pdf hubspot ' +
  'hubstaff huggingface huggingfacehub humanity hunterio hybiscus hypertrack hyperwallet ibmcloud ' +
  'iconfinder ideogram iexapis iexcloud ifttt igdb iland imagekit imagga imgbb imgix imgur immuta ' +
  'impala inboxsdk infisical influx influxdb infobip infomaniak infracost infura infusionsoft inkit ' +
  'inngest insightly insomnia instabot instagram instamojo instana instantly instatus integromat ' +
  'intercom interseller intra42 intrinio invoiced invoiceninja invoiceocean ionic ip2location ipapi ' +
  'ipdata ipgeolocation ipify ipinfo ipinfodb ipqualityscore ipstack iterable ivanti izooto jenkins ' +
  'jetbrains jfrog jinaai jobber jobvite jotform journy jsonbin jumpcloud jumpseller jupyter juro ' +
  'justworks jwplayer kaggle kagi kairos kajabi kaleyra kanban kanbantool kandji karmacrm kayako keenio ' +
  'keycdn keycloak keygen kickbox kinde kinsta kintone kinvey klarna klaviyo klingai klipfolio knapsack ' +
  'knapsackpro kolide kontent koyeb kraken kucoin kustomer kylas lacework lambdalabs lambdatest landbot ' +
  'langfuse langsmith languagelayer languagetool laravel larkapp larksuite lastfm lastpass launchdarkly ' +
  'ldclient leadfeeder leadpages leadsquared leaseweb lemlist lemonsqueezy lendflow lessannoyingcrm ' +
  'lexigram liblab lichess lightrail lightspeed limacharlie linearb linebot linechannel linemessaging ' +
  'linenotify linkedin linkpreview linode liveagent liveblocks livechat livekit liveperson livestorm ' +
  'llamacloud loadimpact loadmill locationiq logdna loggly logicmonitor loginradius logrocket logtail ' +
  'logzio lokalise loyverse lunchmoney luno lusha macaddress madkudu magicbell magnetic mailboxlayer ' +
  'mailcheck mailchimp mailerlite mailerq mailersend mailfence mailgun mailjet mailmodo mailosaur ' +
  'mailsac mailtrap malwarebytes manageengine mandrill manychat mapbox mapmyindia mapquest mapquestapi ' +
  'maptiler marketingcloud marketo marketstack mattermost mavenlink maxmind meaningcloud mediastack ' +
  'meilisearch meistertask memberstack meraki mercadopago mercury mergify mesibo messagebird messente ' +
  'metaapi metabase metaplane metricool metrilo microcms midtrans mindmeister minimax minio miro ' +
  'miroaccess mistral mistralai mixmax mixpanel mobygames mockaroo moesif mojohelpdesk mollie moneybird ' +
  'mongodb mongodbatlas monkeylearn monzo moonclerk moonshot moosend moralis moxtra mozscape mrticktock ' +
  'msg91 mulesoft myfreshworks myintervals namecheap namecom nanonets nasdaq nasdaqdatalink ' +
  'nationbuilder neo4j nessus netdata nethunt netlify netsuite neutrino neutrinoapi neverbounce ' +
  'newrelic newsapi newscatcher nexmo nextcloud nftport ngrok nhost nicereply nightfall nimble nitro ' +
  'nocodb nordigen northflank nostr noticeable novita nozbe nuclino nuget numlookup numverify ' +
  'nutritionix nvidia nylas nytimes oanda octopus ohdear okex okta ollama omnisend onedesk onehub ' +
  'onelogin onepagecrm onesignal onfido onfinality onfleet oopspam opencage opencagedata ' +
  'openexchangerates openphone openproject openrouter openshift opentok openuv openvpn openweather ' +
  'openweathermap opsgenie optimizely optimove oracledb ordergroove ortto outbrain outscraper ' +
  'outsystems overloop ovhcloud owlbot owlracle packagecloud packagist paddle pagarme pagerduty ' +
  'pagertree pagseguro pandadoc pandascore paperform paperspace papertrail paralleldots parsehub ' +
  'parseur particle particleaccess partnerstack paseto pastebin paycom paydirtapp payfast payhere ' +
  'paylocity paymo paymoapp paymongo payoneer paypal paystack paytm paytrace pcloud pdfco pdflayer ' +
  'pdfshift pendo peopledatalabs pepipost percy perigon perplexity personio petfinder pexels pganalyze ' +
  'photoroom pinecone pingdom pinterest pipedream pipedrive pipefy pirateweather pivotaltracker piwik ' +
  'pixabay plaid planetscale planhat planviewleankit planyo platformsh playfab plesk plivo podio ' +
  'pollsapi poloniex polygon polygonio polygonscan polymarket porkbun portainer positionstack ' +
  'postageapp postbacks postcoder posthog postman postmark powrbot prefect prerender prestashop pricefx ' +
  'printful printify prismic prodigi prodpad productboard productiv proofpoint prospectcrm protocolsio ' +
  'proxmox proxycrawl proxycurl ptvgroup publer pubmatic pubnub pulumi purestake pushbullet pusher ' +
  'pushover pushwoosh pypi qase qdrant qonto quaderno quadpay qualaroo qualtrics qualys qubole ' +
  'quickbase quickbooks quicknode quicksight rabbitmq rackspace railsmaster rancher rapid7 rapidapi ' +
  'raven rawg raygun razorpay reachmail readwise rebrandly rechargepayments recurly redash reddit ' +
  'redirectpizza redmine refiner remitly remoteok rentman repairshopr replicate replit replyio ' +
  'requestfinance rescuegroups rescuetime resend resmush restpack retellai revampcrm revenuecat reverb ' +
  'revolut ringcentral rippling ritekit roaring robinhood rocketchat rocketreach rockset roistat ' +
  'rollbar rollbaraccess rootly rossum route4me rownd rubygems runpod runrunit runscope sabre ' +
  'safetyculture sailthru salad saladcloud salesblink salescookie salesflare salesforce salesloft ' +
  'salesmate saltedge sambanova samsara sanity sap4hana satismeter sauceaccess saucelabs scaleapi ' +
  'scalegrid scaleway scalingo scalr scoutapm scrapeowl scraperapi scraperbox scrapestack scrapfly ' +
  'scrapin scrapingant scrapingbee scrapingdog screenshotapi screenshotlayer screenshotone scripbox ' +
  'scrutinizer scrutinizerci seatgeek sectigo securitytrails segmentapi selectpdf sellsy semaphore ' +
  'semaphoreci semrush sendbird sendcloud sendgrid sendinblue sendowl sendpulse sentinelone sentry ' +
  'serpapi serper serphouse serpstack servicenow settlemint sevdesk sharefile sheety sherpadesk shipday ' +
  'shipengine shippo shiprocket shipstation shodan shopee shopify shoprenter shopware shortcut shortio ' +
  'shotstack shutterstock sidekiq signable signalfx signalwire signaturit signnow signoz signupgenius ' +
  'sigopt siliconflow simfin similarweb simplesat simplybook simplynoted simvoly sinch singlestore sirv ' +
  'siteleaf skrapp skrappio skybiometry skylight skyscanner slack slacksigning slicktext smartbear ' +
  'smartcar smarthr smartling smartlook smartrecruiters smartsheet smartystreets smooch sms77 smsapi ' +
  'smsglobal snapchat snipcart snov snowflake snowtrace snyk socure sofort softlayer solarwinds ' +
  'sonarcloud sonarqube sonatype songkick soundcloud sourcegraph spacelift sparkpost speakeasy ' +
  'spectralops speechify splitio splunk spoonacular sportmonks sportsmonk spotify spotinst springserve ' +
  'sprinklr squadcast squarespace sslmate stability stackblitz stackhawk stackoverflow stackpath statsd ' +
  'statsig statuscake statuspage statuspal steamapi steampowered stitchdata stockdata storecove ' +
  'stormboard stormglass stormpath storyblok storychief strava streak streamlabs stripe stripo stytch ' +
  'subscan sugester suitecrm sumologic sumsub supabase superchat supernotes surfshark surveyanyplace ' +
  'surveybot surveymonkey surveysparrow survicate swell swiftype symbl syncfusion sysdig tableau ' +
  'taboola tailscale talend talentlms talkwalker tallyfy tatumio tavily tavus taxjar teachable teamcity ' +
  'teamgate teamviewer teamwork technicalanalysis technicalanalysisapi tefter telegram telesign ' +
  'teletype telnyx temporal tenable tencent testingbot testrail text2data textlocal textmagic thehive ' +
  'theoddsapi thingsboard thingspeak thinkific thousandeyes threatstack thunderstore ticketleap ' +
  'ticketmaster tickettailor tidio tiingo tiktok timecamp timekit timescale timetastic timezoneapi ' +
  'timezonedb tineswebhook tmetric todoist togetherai toggl toggltrack tokeet tomorrowio tomtom ' +
  'tradegecko tradier tradingview transferwise transifex transistorfm transloadit travelpayouts ' +
  'travelport travisci treblle trello trendmicro trengo tripadvisor truelayer truenas trufflehog ' +
  'trulioo trustpilot tryton tumblr turso twelvedata twelvelabs twilio twingate twitch twitter tyntec ' +
  'typeform typesense typetalk uberall ubidots uclassify udemy unbounce unifyid unkey unleash unplugg ' +
  'unsplash upcdatabase upcloud upguard uplead uploadcare uploadthing upstage upstash uptimerobot ' +
  'upwave upwork urbanairship urlbox urlscan usabilla userflow userpilot usersnap userstack uservoice ' +
  'vagaro vagrantcloud valispace valtown vastai vatlayer vbout vectara veracode vercel verifalia ' +
  'verimail veriphone verizon versioneye viator viber victorops viewneo vimeo virtru virustotal ' +
  'visualcrossing vkontakte voiceflow voicegain volcengine vonage voodoosms vouchery voyageai vpnapi ' +
  'vultr vyte wachete wakatime walkscore walmart wandb wappalyzer wazuh weatherapi weatherbit ' +
  'weatherstack weaviate web3storage webex webflow webpurify webscraper webscraping websitepulse wecom ' +
  'wepay whatcms whatsapp whereby wherebytel whoxy winsms wistia withings wizclient wolfram ' +
  'wolframalpha woocommerce woodpecker woopra wootric wordnik workable workato workday workfront workos ' +
  'worksnaps workstack worldcoinindex worldweather wpengine wrike wufoo wundergraph xata xendit xero ' +
  'xeroclient xmatters yandex yapily yelp yodlee yotpo youneedabudget yousign youtube zadarma zalando ' +
  'zapier zapsign zendesk zenhub zenkit zenrows zenscrape zenserp zenvia zeplin zerobounce zeromq ' +
  'zerotier zesty zhipu zilliz zipapi zipbooks zipcloud zipcodeapi zipcodebase zoho zonkafeedback ' +
  'zoomclient zoominfo zulip zuora zuplo zyte'
).split(' ')
